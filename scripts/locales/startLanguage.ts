import { pluralForms } from './pluralForms';
import { readPluralKey } from './readPluralKey';

/**
 * The texts that a new language starts with: the English ones under the keys that the language needs. A plural text gets
 * one key for each form the language has, with the English `other` text, which stands in for all of them.
 */
export function startLanguage(english: Record<string, string>, tag: string): Record<string, string> {
  const entries = Object.entries(english).flatMap(([key, text]): [string, string][] => {
    const plural = readPluralKey(key);
    const suffix = plural?.ordinal ? '_ordinal_' : '_';
    if (!plural || !(`${plural.base}${suffix}other` in english)) return [[key, text]];
    if (plural.form !== 'other') return [];
    return pluralForms(tag, plural.ordinal).map((form) => [`${plural.base}${suffix}${form}`, text]);
  });
  return Object.fromEntries(entries);
}
