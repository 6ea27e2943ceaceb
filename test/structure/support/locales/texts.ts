import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseTexts } from '../../../../scripts/locales/parseTexts';
import { readPluralKey } from '../../../../scripts/locales/readPluralKey';
import type { Source } from '../repository';
import { listFiles, repositoryRoot } from '../repository';

/** The texts of one language: `namespace:key` → text, plural forms each under their own key. */
export type Texts = Record<string, string>;

/** The JSON files of `src/locales`, or of one language's folder in it. */
export function readLanguageFiles(tag?: string): Source[] {
  return listFiles(tag === undefined ? 'src/locales' : `src/locales/${tag}`)
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
}

/** The texts of a language's files. @throws as parseTexts does. */
export function textsOf(files: Source[]): Texts {
  return Object.fromEntries(
    files.flatMap(({ path, text }) =>
      Object.entries(parseTexts(text)).map(([key, value]) => [`${basename(path, '.json')}:${key}`, value]),
    ),
  );
}

/** The key by which the code names a text: the key itself, or for a plural form the base of all forms. English decides. */
export function calledBy(key: string, english: Texts): string {
  const plural = readPluralKey(key);
  if (!plural) return key;
  return `${plural.base}${plural.ordinal ? '_ordinal' : ''}_other` in english ? plural.base : key;
}

/** Placeholders (`{{name}}`, with a format or without), and other texts that are drawn in (`$t(key)`). */
const PLACEHOLDER = /\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\([^)]*\)/g;
/** Parts that are typed or opened unchanged: code, commands, addresses. A direction isolate around an address is not part of it. */
const VERBATIM = /`[^`]+`|https?:\/\/[^\s)\]>\u2066-\u2069]*/g;

/** The parts of a text that every language has to keep. */
interface FixedParts {
  placeholders: string[];
  verbatim: string[];
}

/** Reads the parts of a text that every language has to keep; each once, sorted. */
export function fixedParts(text: string): FixedParts {
  const placeholders = [...text.matchAll(PLACEHOLDER)].map(([whole, name]) => name ?? whole);
  return { placeholders: tidy(placeholders), verbatim: tidy((text.match(VERBATIM) ?? []).map(withoutSentenceMarks)) };
}

/** The mark that ends a sentence or a part of it belongs to the sentence, and languages set it differently. */
function withoutSentenceMarks(part: string): string {
  return part.startsWith('`') ? part : part.replace(/[.,;:!?،؛。।]+$/u, '');
}

function tidy(list: string[]): string[] {
  return [...new Set(list)].sort();
}
