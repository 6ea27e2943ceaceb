import { breakMentions } from './breakMentions';
import { defuseLineStart } from './defuseLineStart';
import { lineMarks } from './lineMarks';
import { readWhatsAppLine } from './readWhatsAppLine';
import { splitWhatsAppBlocks } from './splitWhatsAppBlocks';
import { writeMarkdownLine } from './writeMarkdownLine';

/** What one of the two may read as more than text, within a line. */
const SIGNS = /[*_~`\\|<@]|\]\(/;

/**
 * A WhatsApp text as Rocket.Chat Markdown that is shown as WhatsApp showed it: marks, lists, quotes and code are kept, and
 * what is plain text there (a lone asterisk, a heading sign, a hand-made Markdown link, `@all`) stays plain text here.
 * Only invisible word joiners, backslashes and line breaks around code are added; nothing that was written is lost.
 */
export function whatsAppToMarkdown(text: string): string {
  return splitWhatsAppBlocks(text.replace(/\r\n?/g, '\n'))
    .flatMap((block) =>
      block.kind === 'code'
        ? ['```', ...block.lines.map(breakMentions), '```']
        : block.lines.map((line) => convertLine(line)),
    )
    .join('\n');
}

function convertLine(line: string): string {
  for (const mark of lineMarks) {
    const [start, number = ''] = mark.whatsApp.exec(line) ?? [];
    if (start !== undefined) return mark.write(number) + convertRest(line.slice(start.length));
  }
  return convertRest(line);
}

function convertRest(line: string): string {
  // Most lines are plain, and need no closer look.
  return defuseLineStart(SIGNS.test(line) ? writeMarkdownLine(readWhatsAppLine(line), line) : line);
}
