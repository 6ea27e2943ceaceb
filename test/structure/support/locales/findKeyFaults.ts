import { pluralForms } from '../../../../scripts/locales/pluralForms';
import { readPluralKey } from '../../../../scripts/locales/readPluralKey';
import type { Texts } from './Texts';

/**
 * The rule "every language has the same keys as English": none missing, none too many, and of a plural text exactly the
 * forms that the language has. A `zero` form besides is i18next's own and comes in every language where English has it.
 */
export function findKeyFaults(tag: string, texts: Texts, english: Texts): string[] {
  const wanted = new Set(Object.keys(english).flatMap((key) => keysFor(tag, key, english)));
  return [
    ...[...wanted].filter((key) => !(key in texts)).map((key) => `${tag}: ${key} is missing`),
    ...Object.keys(texts)
      .filter((key) => !wanted.has(key))
      .map((key) => `${tag}: ${key} is not asked for`),
    ...Object.entries(texts)
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${tag}: ${key} is empty`),
  ];
}

function keysFor(tag: string, key: string, english: Texts): string[] {
  const plural = readPluralKey(key);
  const stem = plural && `${plural.base}${plural.ordinal ? '_ordinal' : ''}`;
  if (!plural || !(`${stem}_other` in english)) return [key];
  const forms = pluralForms(tag, plural.ordinal);
  return [...new Set([...forms, ...(plural.form === 'zero' ? ['zero'] : [])])].map((form) => `${stem}_${form}`);
}
