import type { ErrorAdvice } from './ErrorAdvice';
import { errorCodeRanges } from './errorCodeRanges';
import { errorCodes } from './errorCodes';

/** Subcodes of 100 ("invalid parameter") that say more than it. Seen in recorded Graph answers. */
const subcodes: Readonly<Record<number, number>> = { 33: 33, 2593002: 132001 };

/** The advice for one of Meta's codes, or for its range of codes; undefined for an unknown code. */
export function findAdvice(code: number, subcode?: number): ErrorAdvice | undefined {
  const precise = code === 100 && subcode !== undefined ? subcodes[subcode] : undefined;
  const meant = precise ?? code;
  return errorCodes[meant] ?? errorCodeRanges.find(([first, last]) => first <= meant && meant <= last)?.[2];
}
