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

/** Meta's pair rate: one message in so many seconds, of which a burst may be borrowed from the future. */
interface PairLimit {
  take(pair: string, burst: number, intervalMs: number, now: number): boolean;
}

function createPairLimit(): PairLimit {
  // The time at which everything sent so far would have been allowed one by one (generic cell rate algorithm).
  const paidUntil = new Map<string, number>();
  return {
    take: (pair, burst, intervalMs, now) => {
      const next = Math.max(paidUntil.get(pair) ?? 0, now) + intervalMs;
      if (next - now > burst * intervalMs) return false;
      paidUntil.set(pair, next);
      return true;
    },
  };
}

/** Counts events by key in a sliding window. */
interface WindowLimit {
  /** Takes one place; false when `limit` events happened within the window before. */
  take(key: string, limit: number, now: number): boolean;
}

function createWindowLimit(windowMs: number): WindowLimit {
  const events = new Map<string, number[]>();
  return {
    take: (key, limit, now) => {
      const recent = (events.get(key) ?? []).filter((at) => at > now - windowMs);
      const free = recent.length < limit;
      if (free) recent.push(now);
      events.set(key, recent);
      return free;
    },
  };
}
