import { basename } from 'node:path';
import { parseTexts } from '../../../../scripts/locales/parseTexts';
import type { Source } from '../Source';
import type { Texts } from './Texts';

/** The texts of a language's files. @throws as parseTexts does. */
export function textsOf(files: Source[]): Texts {
  return Object.fromEntries(
    files.flatMap(({ path, text }) =>
      Object.entries(parseTexts(text)).map(([key, value]) => [`${basename(path, '.json')}:${key}`, value]),
    ),
  );
}
