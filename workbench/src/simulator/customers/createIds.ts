import { randomBytes, randomInt } from 'node:crypto';
import type { CustomerRecord } from '../store/customers';

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

/** A new business-scoped user id: country, a dot, digits. */
export function createUserId(waId: string | undefined): string {
  return `${countryOf(waId)}.${randomDigits(16)}`;
}

const PREFIXES: [string, string][] = [
  ['55', 'BR'],
  ['52', 'MX'],
  ['54', 'AR'],
  ['57', 'CO'],
  ['49', 'DE'],
  ['44', 'GB'],
  ['33', 'FR'],
  ['34', 'ES'],
  ['39', 'IT'],
  ['91', 'IN'],
  ['971', 'AE'],
  ['966', 'SA'],
  ['962', 'JO'],
  ['961', 'LB'],
  ['20', 'EG'],
  ['1', 'US'],
];

/** Two-letter country of a number, as the first part of a business-scoped user id; US when it is none we list. */
function countryOf(digits: string | undefined): string {
  return PREFIXES.find(([prefix]) => digits?.startsWith(prefix))?.[1] ?? 'US';
}

/** The digits that stand for a user inside a wamid: the phone, or those of the business-scoped id. */
export function userDigits({ waId, userId }: CustomerRecord): string {
  return waId ?? userId.replace(/\D/g, '');
}

/** A random number of so many digits, not beginning with 0, as text. */
export function randomDigits(length: number): string {
  return Array.from({ length }, (_, index) => String(randomInt(index === 0 ? 1 : 0, 10))).join('');
}
