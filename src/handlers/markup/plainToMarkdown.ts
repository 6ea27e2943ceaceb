import { defuseLineStart } from './defuseLineStart';
import { writeMarkdownLine } from './writeMarkdownLine';
import { readPlainLine } from './readPlainLine';

/** A whole text that WhatsApp never formats (the title of a button, a system sentence) as Markdown that shows it as it is. */
export function plainToMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => defuseLineStart(writeMarkdownLine(readPlainLine(line), line)))
    .join('\n');
}
