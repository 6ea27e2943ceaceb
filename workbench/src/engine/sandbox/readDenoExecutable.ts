import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { StartupError } from '../../StartupError';

/**
 * The path of the deno package's executable. If npm ran no install scripts, the package's installer runs now. Throws
 * when there is none for this system.
 */
export function readDenoExecutable(): string {
  const require = createRequire(import.meta.url);
  const installer = require('deno/install_api.cjs') as { runInstall(): string };
  return installer.runInstall();
}

/**
 * Writes a `deno` script that allows a debugger, because the engine sets the sandbox's options itself and accepts no
 * others.
 *
 * @param deno the folder of the real executable
 * @param folder the target folder
 * @returns the folder that it is in
 * @throws StartupError on Windows, where a script cannot replace a program
 */
export function writeInspectedDeno({ deno, folder, port }: { deno: string; folder: string; port: number }): string {
  if (process.platform === 'win32') throw new StartupError('--inspect does not work on Windows');
  const inspected = join(folder, `inspect-${port}`);
  mkdirSync(inspected, { recursive: true, mode: 0o700 });
  const script = ['#!/bin/sh', 'shift', `exec '${join(deno, 'deno')}' run --inspect=127.0.0.1:${port} "$@"`, ''];
  writeFileSync(join(inspected, 'deno'), script.join('\n'), { mode: 0o700 });
  return inspected;
}
