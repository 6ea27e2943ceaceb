import * as v from 'valibot';

const Texts = v.record(v.string(), v.string());

/**
 * The texts of one `src/locales/<language>/<namespace>.json`: key → text, without nesting.
 * @throws ValiError when something else than a text stands under a key; SyntaxError when it is no JSON.
 */
export function parseTexts(text: string): Record<string, string> {
  return v.parse(Texts, JSON.parse(text));
}
