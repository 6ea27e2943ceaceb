import type { EventBase } from '../EventBase';
import { readTime } from '../readTime';
import type { Scope } from '../Scope';

/** What every event of a change has: the number, WhatsApp's time, and whether we only listen. */
export function eventBase(timestamp: unknown, { number, standby }: Scope): EventBase {
  return { number, ...readTime(timestamp), ...(standby ? { standby } : {}) };
}
