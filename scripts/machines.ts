import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildMachineDocs } from './machines/buildMachineDocs';

/** `npm run machines` writes the charts of all machines anew and takes those away whose machine is gone. */
const folder = resolve(__dirname, '../docs/machines');

buildMachineDocs().then(
  (files) => {
    mkdirSync(folder, { recursive: true });
    for (const stale of readdirSync(folder).filter((name) => !files.has(name))) {
      rmSync(join(folder, stale));
    }
    for (const [name, text] of files) {
      writeFileSync(join(folder, name), text);
    }
    process.stdout.write(`${files.size} files in docs/machines\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
