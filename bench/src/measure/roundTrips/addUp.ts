import type { WireRoundTrips } from '../../../../test/e2e/support/WireDocuments';
import type { Trips } from './Trips';

/** The round trips of several requests together. */
export function addUp(event: string, requests: readonly WireRoundTrips[], most?: number): Trips {
  const calls: Record<string, number> = {};
  for (const [name, count] of requests.flatMap((request) => Object.entries(request.calls))) {
    calls[name] = (calls[name] ?? 0) + count;
  }
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return { event, total, calls, most };
}
