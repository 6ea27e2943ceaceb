import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles';
import { repositoryRoot } from './repositoryRoot';
import type { Source } from './Source';

/** The files below the places whose path fits, with their text. */
export function readFiles(places: readonly string[], fits: (path: string) => boolean): Source[] {
  return places
    .flatMap((place) => listFiles(place))
    .filter(fits)
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
}
