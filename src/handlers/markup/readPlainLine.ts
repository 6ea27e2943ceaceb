import { findAddresses } from './findAddresses';
import type { Inline } from './Inline';

/** A line, or a part of one that begins at `offset`, in which no mark is read: its text and its addresses, in order. */
export function readPlainLine(line: string, offset = 0): Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  for (const { at, text } of findAddresses(line)) {
    if (at > from) nodes.push({ kind: 'text', at: offset + from, text: line.slice(from, at) });
    nodes.push({ kind: 'url', at: offset + at, text });
    from = at + text.length;
  }
  if (from < line.length) nodes.push({ kind: 'text', at: offset + from, text: line.slice(from) });
  return nodes;
}
