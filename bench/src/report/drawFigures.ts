import { drawTable } from './drawTable';
import type { Figures } from './Figures';

/** One measurement as a section of a Markdown document, its goals aside. */
export function drawFigures({ title, method, columns, rows, notes = [] }: Figures): string {
  const parts = [`## ${title}`, method, drawTable(columns, rows), ...notes];
  return parts.map((part) => `${part}\n`).join('\n');
}
