/** A Markdown table, its columns aligned for reading it as it stands; all but the first column stand to the right. */
export function drawTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) =>
    Math.max(3, ...[column, ...rows.map((row) => row[at] ?? '')].map(lengthOf)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => pad(cells[at] ?? '', width, at > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - lengthOf(text));
  return right ? space + text : text + space;
}

function lengthOf(text: string): number {
  return [...text].length;
}
