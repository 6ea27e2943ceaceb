import { findAddresses } from './findAddresses';

/** The line with letters in place of its addresses: same length, no sign in it that belongs to an address. */
export function maskAddresses(line: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of findAddresses(line)) {
    parts.push(line.slice(from, at), 'x'.repeat(text.length));
    from = at + text.length;
  }
  return [...parts, line.slice(from)].join('');
}
