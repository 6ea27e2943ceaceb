import { randomInt } from 'node:crypto';

/** A random number of so many digits, not beginning with 0, as text. */
export function randomDigits(length: number): string {
  return Array.from({ length }, (_, index) => String(randomInt(index === 0 ? 1 : 0, 10))).join('');
}
