import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '../../repositoryRoot';

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

/** Another workbench may store its build at the same moment; this one then replaces it. */
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
  stepBack(child.pid);
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(output.join('').trim() || `the builder ended with ${child.exitCode}`);
}

/** Gives the build a low priority, because somebody waits for the start of the workbench beside it. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has already ended, or the system refuses: the build goes on in any case.
  }
}

/** A hash of the names and contents of all files in the folders (or of single files), without installed packages. */
export async function hashSources(places: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of await listFiles(place)) {
      hash
        .update(relative(place, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function listFiles(place: string): Promise<string[]> {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { withFileTypes: true });
  const kept = entries.filter(({ name }) => name !== 'node_modules').sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = await Promise.all(kept.map(({ name }) => listFiles(join(place, name))));
  return lists.flat();
}

/** The folders of the page's sources, its other dependencies, and the target folder. */
interface PagePlaces {
  source: string;
  dependsOn: string[];
  target: string;
}

/** The page of this repository. */
export const ownPage: PagePlaces = {
  source: join(repositoryRoot, 'workbench', 'web'),
  dependsOn: [join(repositoryRoot, 'package-lock.json'), join(repositoryRoot, 'docs', 'machines')],
  target: join(repositoryRoot, '.workbench', 'web'),
};
