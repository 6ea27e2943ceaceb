import type { PairLimit } from './createPairLimit';
import type { WindowLimit } from './createWindowLimit';

/** Counters of the limits; they live in memory, a restart forgets them. */
export interface RateLimits {
  endpoint: WindowLimit;
  throughput: WindowLimit;
  uploads: WindowLimit;
  templates: WindowLimit;
  pair: PairLimit;
  /** Times of error answers on media GETs by number, for the block that follows too many. */
  mediaErrors: Map<string, number[]>;
}
