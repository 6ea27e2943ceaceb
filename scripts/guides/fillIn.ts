/**
 * Puts generated parts between their markers in a guide; all else stays.
 *
 * @param parts by the names that the markers have
 * @throws an Error when a marker names a part that there is not, or has no end
 */
export function fillIn(guide: string, parts: Readonly<Record<string, () => string>>): string {
  return guide.replace(
    /<!-- generated: ([\w-]*) -->\n([^]*?)(<!-- end of generated -->|$)/g,
    (_all, name: string, _old, end: string) => {
      const draw = Object.entries(parts).find(([known]) => known === name)?.[1];
      if (!draw) throw new Error(`no part is called ${name}`);
      if (!end) throw new Error(`the part ${name} has no end`);
      // Prettier would align the columns, by widths of signs that only it knows.
      const fence = (word: string) => `<!-- prettier-ignore-${word} -->`;
      const lines = [`<!-- generated: ${name} -->`, fence('start'), draw(), fence('end'), end];
      return lines.join('\n\n');
    },
  );
}
