import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { StartupError } from '../../StartupError';

/**
 * Where the deno package's own installer has (or now puts) the executable: npm may be told to run no install scripts.
 * Throws when there is none for this system.
 */
export function readDenoExecutable(): string {
  const require = createRequire(import.meta.url);
  const installer = require('deno/install_api.cjs') as { runInstall(): string };
  return installer.runInstall();
}

/**
 * A `deno` that lets a debugger in: the engine chooses the sandbox's options itself and leaves no room for one more.
 *
 * @param deno the folder of the real one
 * @param folder where to put this one
 * @returns the folder that it is in
 * @throws StartupError on Windows, where a script cannot stand for a program
 */
export function writeInspectedDeno({ deno, folder, port }: { deno: string; folder: string; port: number }): string {
  if (process.platform === 'win32') throw new StartupError('--inspect does not work on Windows');
  const inspected = join(folder, `inspect-${port}`);
  mkdirSync(inspected, { recursive: true, mode: 0o700 });
  const script = ['#!/bin/sh', 'shift', `exec '${join(deno, 'deno')}' run --inspect=127.0.0.1:${port} "$@"`, ''];
  writeFileSync(join(inspected, 'deno'), script.join('\n'), { mode: 0o700 });
  return inspected;
}
