import type { Flaw } from './Flaw';

export interface ReadTime {
  timestamp: number | null;
  flaws?: Flaw[];
}

/** Later than that no clock is right, and seconds cannot be told from milliseconds. */
const YEAR_3000 = 32_503_680_000;

/** A time of WhatsApp, seconds as a string or a number (some senders write milliseconds), as epoch milliseconds. */
export function readTime(value: unknown): ReadTime {
  if (value === undefined || value === null || value === '') return { timestamp: null, flaws: ['timestamp-missing'] };
  const number =
    typeof value === 'number' || (typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value)) ? Number(value) : 0;
  const milliseconds = Math.round(number < YEAR_3000 ? number * 1000 : number);
  const isGood = milliseconds > 0 && milliseconds < YEAR_3000 * 1000;
  return isGood ? { timestamp: milliseconds } : { timestamp: null, flaws: ['timestamp-invalid'] };
}
