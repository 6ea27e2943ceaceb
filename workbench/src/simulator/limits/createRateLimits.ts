import { createPairLimit } from './createPairLimit';
import { createWindowLimit } from './createWindowLimit';
import type { RateLimits } from './RateLimits';

export function createRateLimits(): RateLimits {
  return {
    endpoint: createWindowLimit(1000),
    throughput: createWindowLimit(1000),
    uploads: createWindowLimit(1000),
    templates: createWindowLimit(3_600_000),
    pair: createPairLimit(),
    mediaErrors: new Map(),
  };
}
