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
  /** Begins the piece behind the cut: the quote goes on, and the marks that are open do. */
  opening: string;
}

/** A mark or code that stands around a place: from its first sign to behind its last. */
interface Span {
  sign: string;
  at: number;
  end: number;
}

const NOTHING: OpenMarks = { closing: '', closed: 0, begun: 0, opening: '' };

const quote = lineMarks.find(({ name }) => name === 'quote');

/**
 * Tells which marks are open at a place of a WhatsApp text. Marks end with their line, so that between two lines none is.
 * An item of a list goes on without a number or a dot: it would read as the next item. Blocks of code are not looked at.
 *
 * @param at behind the last sign that stands before the cut, in UTF-16 units
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
  // A mark whose last sign is right behind the cut ends with the piece, and so does the one around it.
  let closed = 0;
  while (open.at(-1)?.end === place + closed + 1) {
    open.pop();
    closed += 1;
  }
  // The other way round for one whose first sign is right before it.
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

/** The marks that are open at a place, from the outside in. */
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

/** Behind the last sign of a part of a line. */
function endOf(node: Inline, line: string): number {
  if (node.kind === 'mark') {
    const last = node.children.at(-1);
    return (last ? endOf(last, line) : node.at + 1) + 1;
  }
  const signs = node.kind === 'code' ? (line.startsWith('```', node.at) ? 6 : 2) : 0;
  return node.at + node.text.length + signs;
}
