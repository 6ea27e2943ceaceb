import { invisible } from './invisible';
import { readPlainLine } from './readPlainLine';
import { writeMarkdownLine } from './writeMarkdownLine';

/** Every sign once more: a part of a line cannot know what the other parts hold. */
const ANYTHING_ELSE = ' **__~~``';

/**
 * A part of a line that somebody else wrote (a name, an answer, a product) as Markdown that shows it as it is, wherever on
 * a line it is put. It stays one line: breaks become blanks.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return writeMarkdownLine(readPlainLine(line), line + ANYTHING_ELSE).replace(/^[#>]/, (start) => invisible + start);
}
