import type { Switches } from '../switches/Switches';

const SPELLINGS: Record<Switches['displayNumber'], (digits: string) => string> = {
  digits: (digits) => digits,
  plus: (digits) => `+${digits}`,
  dashes: (digits) => `+${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4, 8)}-${digits.slice(8)}`,
};

/** A business number as `metadata.display_phone_number` writes it. */
export function displayNumber(digits: string, spelling: Switches['displayNumber']): string {
  return SPELLINGS[spelling](digits);
}
