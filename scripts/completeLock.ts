import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { dropIncomplete } from './lock/dropIncomplete';
import { parseLock } from './lock/parseLock';

/**
 * `npx tsx scripts/completeLock.ts` after an `npm install` that dropped other platforms' packages from the lock
 * (`test/structure/lockFile.test.ts` tells when). npm does so only where a node_modules is (npm/cli#4828), so it is asked
 * again in a folder that holds the manifests and the lock alone.
 */
const root = resolve(__dirname, '..');
const LOCK = 'package-lock.json';
const MANIFEST = 'package.json';

const { lock, dropped } = dropIncomplete(parseLock(readFileSync(join(root, LOCK), 'utf8')));
const { workspaces } = v.parse(
  v.object({ workspaces: v.array(v.string()) }),
  JSON.parse(readFileSync(join(root, MANIFEST), 'utf8')),
);
const folder = mkdtempSync(join(tmpdir(), 'complete-lock-'));
try {
  for (const manifest of [MANIFEST, ...workspaces.map((workspace) => join(workspace, MANIFEST))]) {
    mkdirSync(dirname(join(folder, manifest)), { recursive: true });
    copyFileSync(join(root, manifest), join(folder, manifest));
  }
  writeFileSync(join(folder, LOCK), `${JSON.stringify(lock, null, 2)}\n`);
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  copyFileSync(join(folder, LOCK), join(root, LOCK));
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(dropped.length > 0 ? `looked up again:\n  ${dropped.join('\n  ')}\n` : 'the lock was complete\n');
