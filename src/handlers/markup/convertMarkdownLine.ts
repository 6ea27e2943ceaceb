import type { Inline } from './Inline';
import type { MarkdownLine } from './MarkdownLine';
import { markdownTokens } from './markdownTokens';
import type { Names } from './Names';
import { readWhatsAppLine } from './readWhatsAppLine';

/** Where a token may begin. */
const CANDIDATE = /[\\`h[!<|*_~@:]/g;
/** WhatsApp opens no mark before a blank, and this one is hardly seen. */
const THIN_BLANK = '\u200a';

/** One line of Rocket.Chat Markdown, without what it begins with, as WhatsApp writes it. */
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
    // What is written may convert what is inside, with the same patterns: the end is asked for before.
    const end = pattern.lastIndex;
    const written = match ? write(match, line) : undefined;
    if (written !== undefined) return { written, end };
  }
  return undefined;
}

/** Puts a thin blank behind escaped signs that WhatsApp would take for the beginning of a mark. */
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
