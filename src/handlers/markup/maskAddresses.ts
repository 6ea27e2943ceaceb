import { findAddresses } from './findAddresses';

/** The line with letters in place of its addresses: same length, no sign in it that belongs to an address. */
export function maskAddresses(line: string): string {
  return findAddresses(line).reduce(
    (masked, { at, text }) => masked.slice(0, at) + 'x'.repeat(text.length) + masked.slice(at + text.length),
    line,
  );
}
