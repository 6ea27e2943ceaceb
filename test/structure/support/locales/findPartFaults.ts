import { readPluralKey } from '../../../../scripts/locales/readPluralKey';
import { fixedParts } from './fixedParts';
import type { Texts } from './Texts';

/**
 * The rule "every language says the same facts": the placeholders of the English text, and what stands in it verbatim
 * (code, commands, addresses). Only a plural form that means one single number may leave `{{count}}` out.
 */
export function findPartFaults(tag: string, texts: Texts, english: Texts): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const original = originalOf(key, english);
    if (original === undefined) return [];
    const wanted = fixedParts(original);
    const found = fixedParts(text);
    const free = meansOneNumber(tag, key) ? ['count'] : [];
    return [
      ...difference(wanted.placeholders, found.placeholders, free).map((part) => `${tag}: ${key}: ${part}`),
      ...difference(wanted.verbatim, found.verbatim, []).map((part) => `${tag}: ${key}: ${part}`),
    ];
  });
}

/** Of a plural form the English `other`, which mentions everything. */
function originalOf(key: string, english: Texts): string | undefined {
  const plural = readPluralKey(key);
  const other = plural && english[`${plural.base}${plural.ordinal ? '_ordinal' : ''}_other`];
  return other ?? english[key];
}

function difference(wanted: string[], found: string[], free: string[]): string[] {
  return [
    ...wanted.filter((part) => !found.includes(part) && !free.includes(part)).map((part) => `lacks ${part}`),
    ...found.filter((part) => !wanted.includes(part) && !free.includes(part)).map((part) => `has ${part} besides`),
  ];
}

/** Whether a form stands for one number only: `one` does in English, but in Russian it is said for 1, 21, 31 … */
function meansOneNumber(tag: string, key: string): boolean {
  const plural = readPluralKey(key);
  if (!plural) return false;
  if (plural.form === 'zero') return true;
  const rules = new Intl.PluralRules(tag, { type: plural.ordinal ? 'ordinal' : 'cardinal' });
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === plural.form).length === 1;
}
