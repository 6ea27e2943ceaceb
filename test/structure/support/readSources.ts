import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles';
import { repositoryRoot } from './repositoryRoot';
import type { Source } from './Source';

/** All TypeScript and JavaScript files below the places, with their text. */
export function readSources(...places: string[]): Source[] {
  return places
    .flatMap((place) => listFiles(place))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
}
