import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A hash over names and contents of every file of the folders (or single files), installed packages aside. */
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
