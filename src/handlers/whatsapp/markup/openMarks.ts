import type { Inline } from './marks';
import { lineMarks, marks } from './marks';
import { readWhatsAppLine } from './readWhatsAppLine';

/** The marks that a cut within a line of a WhatsApp text leaves open. */
interface OpenMarks {
  /** Ends the piece before the cut. */
  closing: string;
  /** The number of signs right after the cut that `closing` already contains. */
  closed: number;
  /** The number of signs right before the cut that open marks. They belong after the cut. */
  begun: number;
  /** Begins the part after the cut: continues the quote and the open marks. */
  opening: string;
}

/** A mark or code around a position: from its first character to after its last. */
interface Span {
  sign: string;
  at: number;
  end: number;
}

const NOTHING: OpenMarks = { closing: '', closed: 0, begun: 0, opening: '' };

const quote = lineMarks.find(({ name }) => name === 'quote');

/**
 * Finds the marks that are open at a position in a WhatsApp text. Marks end with their line, so none is open between
 * two lines. An item of a list continues without its number or bullet, because it would read as the next item. Blocks
 * of code are not considered.
 *
 * @param at the position of the cut, in UTF-16 units
 */
export function openMarksAt(text: string, at: number): OpenMarks {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end === -1 ? undefined : end);
  const prefix = quote?.whatsApp.exec(line)?.[0] ?? '';
  const inner = line.slice(prefix.length);
  const place = at - from - prefix.length;
  if (place <= 0 || inner.slice(place).trim() === '') {
    return NOTHING;
  }
  const open = spansAround(readWhatsAppLine(inner), inner, place);
  // A mark whose last character is right after the cut ends with the part, and so does the mark around it.
  let closed = 0;
  while (open.at(-1)?.end === place + closed + 1) {
    open.pop();
    closed += 1;
  }
  // A mark whose first character is right before the cut starts with the next part.
  let begun = 0;
  while (open.at(-1)?.at === place - begun - 1) {
    open.pop();
    begun += 1;
  }
  const signs = open.map(({ sign }) => sign);
  return {
    closing: inner.slice(place, place + closed) + [...signs].reverse().join(''),
    closed,
    begun,
    opening: prefix + signs.join(''),
  };
}

/** The marks that are open at a position, from the outermost to the innermost. */
function spansAround(nodes: readonly Inline[], line: string, place: number): Span[] {
  return nodes.flatMap((node) => {
    const span = spanOf(node, line);
    if (!span || place <= span.at || place >= span.end) {
      return [];
    }
    return [span, ...(node.kind === 'mark' ? spansAround(node.children, line, place) : [])];
  });
}

function spanOf(node: Inline, line: string): Span | undefined {
  if (node.kind === 'code') {
    const isBlock = line.startsWith('```', node.at);
    return isBlock ? undefined : { sign: '`', at: node.at, end: endOf(node, line) };
  }
  if (node.kind !== 'mark') {
    return undefined;
  }
  const sign = marks.find(({ name }) => name === node.mark)?.whatsApp ?? '';
  return { sign, at: node.at, end: endOf(node, line) };
}

/** The end of a part of a line. */
function endOf(node: Inline, line: string): number {
  if (node.kind === 'mark') {
    const last = node.children.at(-1);
    return (last ? endOf(last, line) : node.at + 1) + 1;
  }
  const signs = node.kind === 'code' ? (line.startsWith('```', node.at) ? 6 : 2) : 0;
  return node.at + node.text.length + signs;
}
