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
