import { readFiles } from './readFiles';
import type { Source } from './Source';

/** All TypeScript and JavaScript files below the places, with their text. */
export function readSources(...places: string[]): Source[] {
  return readFiles(places, (path) => /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'));
}
