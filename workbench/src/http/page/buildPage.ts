import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashSources } from './hashSources';
import type { PagePlaces } from './PagePlaces';

const BUILDER = fileURLToPath(new URL('./buildPageProcess.ts', import.meta.url));
const HASH_FILE = 'sources.sha256';

/**
 * Builds the page when its sources have changed since the last build. The finished build replaces the old one at once.
 * @throws Error with the builder's output when it fails; the signal's `AbortError` when it was stopped.
 */
export async function buildPage(places: PagePlaces, signal: AbortSignal): Promise<'built' | 'unchanged'> {
  const hash = await hashSources([places.source, ...places.dependsOn]);
  const built = await readFile(join(places.target, HASH_FILE), 'utf8').catch(() => '');
  if (built === hash) return 'unchanged';
  const draft = `${places.target}.${process.pid}`;
  await run([places.source, draft], signal);
  await writeFile(join(draft, HASH_FILE), hash);
  await replaceFolder(places.target, draft);
  return 'built';
}

/** Another workbench may put its own build there at the same moment: then ours takes its place. */
async function replaceFolder(target: string, by: string): Promise<void> {
  for (let attempts = 3; ; attempts--) {
    await rm(target, { recursive: true, force: true });
    try {
      await rename(by, target);
      return;
    } catch (error) {
      if (attempts === 1) throw error;
    }
  }
}

async function run(args: string[], signal: AbortSignal): Promise<void> {
  // The child gets the flags of this process (the TypeScript loader among them).
  const child = fork(BUILDER, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(output.join('').trim() || `the builder ended with ${child.exitCode}`);
}
