import { pluralForms } from '../../../../scripts/locales/pluralForms';
import { readPluralKey } from '../../../../scripts/locales/readPluralKey';
import type { Texts } from './texts';
import { calledBy, fixedParts } from './texts';

/**
 * The rule "every text is explained to translators": `context.json` has a line for each key (one for all forms of a
 * plural), and none for a key that is gone.
 */
export function findContextFaults(context: Record<string, string>, keys: string[]): string[] {
  return [
    ...keys.filter((key) => !context[key]?.trim()).map((key) => `${key} is not explained in context.json`),
    ...Object.keys(context)
      .filter((key) => !keys.includes(key))
      .map((key) => `${key} is explained in context.json, but there is no such text`),
  ];
}

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

const NAMED = /bold words? (?:are|is) (?:the|our) button ([\w-]+:[\w.-]+)/;

/**
 * The rule "a text calls a button as the button calls itself". `context.json` tells which texts do ("the bold words are the
 * button setup:connect"); each language then has the button's own words, bold, in such a text.
 */
export function findNamingFaults(tag: string, texts: Texts, context: Record<string, string>): string[] {
  return Object.entries(context).flatMap(([key, explanation]) => {
    const button = NAMED.exec(explanation)?.[1]?.replace(/\.$/, '');
    const text = texts[key];
    if (button === undefined || text === undefined) return [];
    const words = texts[button];
    if (words === undefined) return [`context.json: ${key} names the button ${button}, which is not there`];
    return text.includes(`**${words}**`) ? [] : [`${tag}: ${key} has to name the button ${button}: **${words}**`];
  });
}

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

/** For a plural form the English `other`, which mentions everything. */
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

/** How long a text may be where a vendor cuts or refuses it. */
export interface Limit {
  /** Characters as JavaScript counts them (UTF-16), which is never fewer than the vendors' count. */
  max: number;
  why: string;
  /** Placeholder → the characters that it may take at most. */
  params?: Record<string, number>;
}

/** The rule "a text fits where it is shown, in every language", by `limits.json`: `namespace:key` → limit. */
export function findLimitFaults(tag: string, texts: Texts, limits: Record<string, Limit>, english: Texts): string[] {
  const called = Object.entries(texts).map(([key, text]) => ({ key, text, limit: limits[calledBy(key, english)] }));
  const names = new Set(Object.keys(english).map((key) => calledBy(key, english)));
  return [
    ...Object.keys(limits)
      .filter((key) => !names.has(key))
      .map((key) => `${key} has a limit, but there is no such text`),
    ...called.flatMap(({ key, text, limit }) => {
      if (!limit) return [];
      const length = longest(text, limit.params ?? {});
      if (typeof length === 'string') return [`${tag}: ${key}: say in limits.json how long {{${length}}} may be`];
      return length > limit.max
        ? [`${tag}: ${key}: up to ${length} characters, at most ${limit.max} (${limit.why})`]
        : [];
    }),
  ];
}

/** The length with every placeholder at its longest; the name of a placeholder of unknown length. */
function longest(text: string, params: Record<string, number>): number | string {
  let length = text.length;
  for (const [whole, name = ''] of text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)) {
    const most = params[name];
    if (most === undefined) return name;
    length += most - whole.length;
  }
  return length;
}
