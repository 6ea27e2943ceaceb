import { randomBytes } from 'node:crypto';

const MARKS = { out: { kind: 0x11, characters: 18 }, in: { kind: 0x12, characters: 22 } };

/**
 * A WhatsApp message id laid out as real ones: base64 of `1C 18 <len> <user's digits> 15 02 00 <11|12> 18 <len> <HEX> 00`.
 * `out` was sent by the business (18 hex characters), `in` by the user (22). May contain `/`, `+` and `=`.
 */
export function createWamid(user: string, direction: 'in' | 'out'): string {
  const mark = MARKS[direction];
  const hex = randomBytes(mark.characters / 2)
    .toString('hex')
    .toUpperCase();
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, user.length]),
    Buffer.from(user, 'latin1'),
    Buffer.from([0x15, 0x02, 0x00, mark.kind, 0x18, hex.length]),
    Buffer.from(hex, 'latin1'),
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}
