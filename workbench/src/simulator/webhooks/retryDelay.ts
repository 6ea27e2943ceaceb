import type { Switches } from '../switches/Switches';

/** Pause before the next attempt after so many failed ones: exponential, capped. Milliseconds. */
export function retryDelay(
  attempts: number,
  { retryFirstMs, retryFactor, retryMaxMs }: Pick<Switches, 'retryFirstMs' | 'retryFactor' | 'retryMaxMs'>,
): number {
  return Math.min(retryFirstMs * retryFactor ** (attempts - 1), retryMaxMs);
}
