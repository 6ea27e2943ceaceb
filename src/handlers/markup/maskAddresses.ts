import { trimEnd } from '../trimEnd';
import { findAddresses } from './findAddresses';

/** Signs at the very end may close a mark rather than belong to the address. */
const SIGNS_AT_END = '_~';

/** The line with letters in place of its addresses: same length, no sign in it that surely belongs to an address. */
export function maskAddresses(line: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of findAddresses(line)) {
    const { length } = trimEnd(text, SIGNS_AT_END);
    parts.push(line.slice(from, at), 'x'.repeat(length));
    from = at + length;
  }
  return [...parts, line.slice(from)].join('');
}
