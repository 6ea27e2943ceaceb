import { invisible } from '../whatsapp/markup/marks';

/** Markdown as a quote. What is a quote already stays one, so that the history of a message does not nest. */
export function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('>') ? line : `> ${line === '' ? invisible : line}`))
    .join('\n');
}
