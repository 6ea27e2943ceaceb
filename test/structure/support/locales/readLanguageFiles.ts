import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../listFiles';
import { repositoryRoot } from '../repositoryRoot';
import type { Source } from '../Source';

/** The JSON files of `src/locales`, or of one language's folder in it. */
export function readLanguageFiles(tag?: string): Source[] {
  return listFiles(tag === undefined ? 'src/locales' : `src/locales/${tag}`)
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
}
