import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file of the cache. Other processes may read or write it at the same moment: each sees no file, the old one or the
 * new one, and never a part.
 *
 * @param mode the permissions of the file
 */
export function writeAtOnce(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, path);
}
