import { readFiles } from './readFiles';
import type { Source } from './Source';

/** All style sheets below the places, with their text. */
export function readStyleSheets(...places: string[]): Source[] {
  return readFiles(places, (path) => path.endsWith('.css'));
}
