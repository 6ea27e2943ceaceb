import { readPlainLine } from './addresses';
import type { Block } from './marks';
import { invisible, lineMarks } from './marks';
import { readWhatsAppLine } from './readWhatsAppLine';
import { breakMentions, writeMarkdownLine } from './writeMarkdownLine';

/** Characters within a line that WhatsApp or Rocket.Chat may read as formatting. */
const SIGNS = /[*_~`\\|<@]|\]\(/;

/**
 * Converts a WhatsApp text to Rocket.Chat Markdown that looks the same as in WhatsApp. Marks, lists, quotes and code
 * are kept. Plain text of WhatsApp (a lone asterisk, a heading sign, a Markdown link, `@all`) stays plain text in
 * Rocket.Chat. Only invisible word joiners, backslashes and line breaks around code are added, and no text is lost.
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
  // Most lines are plain and do not need the slower parser.
  return defuseLineStart(SIGNS.test(line) ? writeMarkdownLine(readWhatsAppLine(line), line) : line);
}

/** Markdown that shows a whole text literally, for texts that WhatsApp never formats, such as the title of a button. */
export function plainToMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => defuseLineStart(writeMarkdownLine(readPlainLine(line), line)))
    .join('\n');
}

/** Every character again: the unknown rest of the line may contain any of them. */
const ANYTHING_ELSE = ' **__~~``';

/**
 * Markdown that shows a part of a line literally, at any position in the line, for texts of other people such as a
 * name, an answer or a product. Line breaks become blanks.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return writeMarkdownLine(readPlainLine(line), line + ANYTHING_ELSE).replace(/^[#>]/, (start) => invisible + start);
}

/** Formatting at the beginning of a line that only Rocket.Chat has: quotes without a blank, rules, tables, tasks. */
const ONLY_HERE = /^(?:>|-{3,}|\*{3,}|\||\[[ x]\] )/i;
const HEADING = /^#{1,6}[ \t]/;

/** Keeps a line that WhatsApp shows as plain text from becoming a heading, a quote, a rule, a table or a task. */
export function defuseLineStart(line: string): string {
  if (HEADING.test(line)) return `\\${line}`;
  return ONLY_HERE.test(line) ? invisible + line : line;
}

const FENCED = /```([\s\S]+?)```/g;
/** How many blanks beside a block are considered. */
const NEAR = 80;

/**
 * Splits a WhatsApp text into lines and blocks of code. Three backticks form a block when they span lines or are alone
 * on a line. Inside a line they are inline code, which is parsed with the line.
 */
export function splitWhatsAppBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(FENCED)) {
    const end = index + whole.length;
    const after = /^[ \t]*(?:\n|$)/.exec(text.slice(end, end + NEAR));
    const hasLineToItself = after !== null && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(from, index - NEAR), index));
    if (inside.trim() === '' || (!inside.includes('\n') && !hasLineToItself)) continue;
    const before = text.slice(from, index).replace(/\n[ \t]*$/, '');
    if (before.trim() !== '') blocks.push(lines(before));
    blocks.push({ kind: 'code', lines: inside.replace(/^\n|\n$/g, '').split('\n') });
    from = end + (after?.[0].length ?? 0);
  }
  if (from < text.length || blocks.length === 0) blocks.push(lines(text.slice(from)));
  return blocks;
}

function lines(text: string): Block {
  return { kind: 'lines', lines: text.split('\n') };
}
