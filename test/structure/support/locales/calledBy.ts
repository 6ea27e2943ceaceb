import { readPluralKey } from '../../../../scripts/locales/readPluralKey';
import type { Texts } from './Texts';

/** What the code calls a text by: the key itself, or of a plural form the base of all forms. English decides. */
export function calledBy(key: string, english: Texts): string {
  const plural = readPluralKey(key);
  if (!plural) return key;
  return `${plural.base}${plural.ordinal ? '_ordinal' : ''}_other` in english ? plural.base : key;
}
