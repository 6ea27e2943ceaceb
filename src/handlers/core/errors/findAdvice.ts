import type { ErrorAdvice } from './ErrorAdvice';
import { errorCodeRanges } from './errorCodeRanges';
import { errorCodes } from './errorCodes';

/** Subcodes of 100 ("invalid parameter") that say more than it. Seen in recorded Graph answers. */
const subcodes: Readonly<Record<number, number>> = { 33: 33, 2593002: 132001 };

/** What is known of a code of Meta's, by itself or by its family; undefined for a code that nobody told us of. */
export function findAdvice(code: number, subcode?: number): ErrorAdvice | undefined {
  const precise = code === 100 && subcode !== undefined ? subcodes[subcode] : undefined;
  const meant = precise ?? code;
  return errorCodes[meant] ?? errorCodeRanges.find(([first, last]) => first <= meant && meant <= last)?.[2];
}
