import { maskAddresses, readPlainLine } from './addresses';
import type { Inline, MarkName } from './marks';
import { isWordAround, marks } from './marks';

const SIGN = /[*_~`]/g;
const CODE = ['```', '`'];

interface Reader {
  line: string;
  /** The line without the signs that belong to addresses. */
  signs: string;
  /** End of the part that is read. */
  to: number;
  /** Marks that are open around the part. */
  open: MarkName[];
  /**
   * Marks that are known to have no closing character any more, so that a line of a thousand stars is not scanned a
   * thousand times.
   */
  hopeless: Set<string>;
}

interface Found {
  node: Inline;
  end: number;
}

/**
 * Parses one line as WhatsApp shows it. A mark opens without a letter or digit before it and a blank after it, and
 * closes at the first position where that holds the other way round. Marks nest, but not in themselves. Code and
 * addresses stay unchanged, and everything else is text. The result holds the whole line, in order, without the
 * characters that became marks.
 */
export function readWhatsAppLine(line: string): Inline[] {
  return read({ line, signs: maskAddresses(line), to: line.length, open: [], hopeless: new Set() }, 0);
}

function read(reader: Reader, from: number): Inline[] {
  const { line, to } = reader;
  const nodes: Inline[] = [];
  let textFrom = from;
  for (let at = nextSign(reader, from); at < to;) {
    const found = readCode(reader, at) ?? readMark(reader, at);
    if (found) {
      nodes.push(...readPlainLine(line.slice(textFrom, at), textFrom), found.node);
      textFrom = found.end;
    }
    at = nextSign(reader, found?.end ?? at + 1);
  }
  nodes.push(...readPlainLine(line.slice(textFrom, to), textFrom));
  return nodes;
}

function nextSign({ signs, to }: Reader, from: number): number {
  SIGN.lastIndex = from;
  return Math.min(SIGN.exec(signs)?.index ?? to, to);
}

function readCode({ line, signs, to, hopeless }: Reader, at: number): Found | undefined {
  const token = CODE.find((sign) => signs.startsWith(sign, at));
  if (token === undefined || hopeless.has(token)) return undefined;
  const from = at + token.length;
  const end = signs.indexOf(token, from);
  if (end === -1 || end + token.length > to) {
    hopeless.add(token);
    return undefined;
  }
  const text = line.slice(from, end);
  if (text.trim() === '' || (token === '`' && isWordAround(signs, at, 'before'))) return undefined;
  return { node: { kind: 'code', at, text }, end: end + token.length };
}

function readMark(reader: Reader, at: number): Found | undefined {
  const { signs, open, hopeless } = reader;
  const mark = marks.find(({ name, whatsApp }) => whatsApp === signs[at] && !open.includes(name));
  if (!mark || hopeless.has(mark.name) || !mayOpen(reader, at)) return undefined;
  const close = findClose(reader, at, mark.whatsApp);
  if (close === undefined) {
    hopeless.add(mark.name);
    return undefined;
  }
  const children = read({ ...reader, to: close, open: [...open, mark.name], hopeless: new Set() }, at + 1);
  return { node: { kind: 'mark', at, mark: mark.name, children }, end: close + 1 };
}

function mayOpen({ signs, to }: Reader, at: number): boolean {
  // After a backslash it is an arm of the shrug emoticon.
  if (signs[at - 1] === '\\' || isWordAround(signs, at, 'before')) return false;
  const inside = signs[at + 1] ?? ' ';
  return at + 1 < to && inside !== signs[at] && !/\s/.test(inside);
}

function findClose({ signs, to }: Reader, at: number, sign: string): number | undefined {
  for (let close = signs.indexOf(sign, at + 2); close !== -1 && close < to; close = signs.indexOf(sign, close + 1)) {
    if (!/\s/.test(signs[close - 1] ?? ' ') && !isWordAround(signs, close + 1, 'after')) return close;
  }
  return undefined;
}
