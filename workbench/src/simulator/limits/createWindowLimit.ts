/** Counts events by key in a sliding window. */
export interface WindowLimit {
  /** Takes one place; false when `limit` events happened within the window before. */
  take(key: string, limit: number, now: number): boolean;
}

export function createWindowLimit(windowMs: number): WindowLimit {
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
