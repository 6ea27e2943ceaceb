/**
 * The one way a file of `src/locales` is written: keys sorted by code unit, two blanks, a line end. So two people who add
 * a key meet in a merge only where they touched the same one.
 * @throws SyntaxError when the text is no JSON.
 */
export function formatLocale(text: string): string {
  return `${JSON.stringify(sorted(JSON.parse(text)), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
