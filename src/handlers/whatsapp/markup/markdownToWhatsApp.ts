import { freeAddresses } from './freeAddresses';
import type { MarkdownLine, Names } from './markdownTokens';
import { markdownTokens } from './markdownTokens';
import type { Block, Inline } from './marks';
import { invisible, lineMarks } from './marks';
import { readWhatsAppLine } from './readWhatsAppLine';

const HEADING = /^#{1,4}[ \t]+(?=\S)/;

/**
 * Rocket.Chat Markdown as a WhatsApp text that says the same: double signs become single ones, links become their text
 * and address, headings bold lines, short codes emojis, and escaped signs plain ones. Characters that a phone would not
 * show as formatting (`5*3*2`) stay unchanged. The text is not cut to WhatsApp's 4,096 characters here.
 */
export function markdownToWhatsApp(text: string, names: Names = {}): string {
  return splitMarkdownBlocks(text.replace(/\r\n?/g, '\n'))
    .flatMap((block) =>
      block.kind === 'code'
        ? [`\`\`\`${block.lines.join('\n')}\`\`\``]
        : block.lines.map((line) => freeAddresses(convertLine(line, names))),
    )
    .join('\n')
    .replaceAll(invisible, '');
}

function convertLine(line: string, names: Names): string {
  for (const mark of lineMarks) {
    const [start, number = ''] = mark.rocketChat.exec(line) ?? [];
    if (start !== undefined) return mark.write(number) + convertMarkdownLine(line.slice(start.length), names);
  }
  const [heading] = HEADING.exec(line) ?? [];
  if (heading === undefined) return convertMarkdownLine(line, names);
  const title = convertMarkdownLine(line.slice(heading.length).trimEnd(), names);
  // A mark cannot be nested in itself: a heading with bold words keeps only those.
  return title.includes('*') ? title : `*${title}*`;
}

const OPENING = /^```[\w .-]*$/;
const CLOSING = /^```[ \t]*$/;

/** Splits Rocket.Chat Markdown into lines and fenced blocks of code. An unclosed fence is an ordinary line. */
export function splitMarkdownBlocks(text: string): Block[] {
  const all = text.split('\n');
  const blocks: Block[] = [];
  let lines: string[] = [];
  // If one fence has no closing line after it, no later fence has one either, so the search is not repeated.
  let isHopeless = false;
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] ?? '';
    const isOpening: boolean = !isHopeless && OPENING.test(line);
    const close = isOpening ? findClosing(all, at + 2) : undefined;
    if (close === undefined) {
      isHopeless ||= isOpening;
      lines.push(line);
      continue;
    }
    if (lines.length > 0) blocks.push({ kind: 'lines', lines });
    blocks.push({ kind: 'code', lines: all.slice(at + 1, close) });
    lines = [];
    at = close;
  }
  if (lines.length > 0 || blocks.length === 0) blocks.push({ kind: 'lines', lines });
  return blocks;
}

function findClosing(all: string[], from: number): number | undefined {
  for (let at = from; at < all.length; at += 1) if (CLOSING.test(all[at] ?? '')) return at;
  return undefined;
}

/** Characters that may begin a token. */
const CANDIDATE = /[\\`h[!<|*_~@:]/g;
/** WhatsApp opens no mark before a blank. This thin blank is hardly visible. */
const THIN_BLANK = '\u200a';

/** Converts one line of Rocket.Chat Markdown, without its prefix, to WhatsApp's format. */
export function convertMarkdownLine(text: string, names: Names): string {
  const line: MarkdownLine = {
    names,
    written: '',
    literals: new Set(),
    convertInside: (inner) => convertMarkdownLine(inner, names),
  };
  for (let at = 0; at < text.length;) {
    const token = convertAt(text, at, line);
    const end = token?.end ?? nextCandidate(text, at + 1);
    line.written += token?.written ?? text.slice(at, end);
    at = end;
  }
  return keepPlain(line.written, line.literals);
}

function nextCandidate(text: string, from: number): number {
  CANDIDATE.lastIndex = from;
  return CANDIDATE.exec(text)?.index ?? text.length;
}

function convertAt(text: string, at: number, line: MarkdownLine): { written: string; end: number } | undefined {
  for (const { pattern, write } of markdownTokens) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    // The end is read first, because converting a token may use the same pattern objects for its contents.
    const end = pattern.lastIndex;
    const written = match ? write(match, line) : undefined;
    if (written !== undefined) return { written, end };
  }
  return undefined;
}

/** Puts a thin blank after escaped characters that WhatsApp would read as the beginning of a mark. */
function keepPlain(written: string, literals: Set<number>): string {
  if (literals.size === 0) return written;
  const opened = new Set(findOpened(readWhatsAppLine(written)).filter((at) => literals.has(at)));
  const cuts = [0, ...[...opened].sort((a, b) => a - b).map((at) => at + 1)];
  return cuts.map((from, index) => written.slice(from, cuts[index + 1])).join(THIN_BLANK);
}

function findOpened(nodes: Inline[]): number[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'mark') return [node.at, ...findOpened(node.children)];
    return node.kind === 'code' ? [node.at] : [];
  });
}
