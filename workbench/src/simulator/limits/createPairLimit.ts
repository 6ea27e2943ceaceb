/** Meta's pair rate: one message in so many seconds, of which a burst may be borrowed from the future. */
export interface PairLimit {
  take(pair: string, burst: number, intervalMs: number, now: number): boolean;
}

export function createPairLimit(): PairLimit {
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
