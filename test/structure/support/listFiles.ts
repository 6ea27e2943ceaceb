import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repositoryRoot';

const SKIPPED = new Set(['node_modules', 'dist', '.workbench', 'coverage']);

/**
 * Paths of all files below a file or folder of the repository, sorted, relative to the root.
 * What is not there gives an empty list: a folder may be written later than the rule about it.
 */
export function listFiles(place: string): string[] {
  const full = join(repositoryRoot, place);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [place];
  return readdirSync(full, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = `${place}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}
