import { calledBy } from './calledBy';
import type { Texts } from './Texts';

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
