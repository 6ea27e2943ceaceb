import type { Flaw } from './Flaw';
import type { NumberReference } from './NumberReference';

/** What every event tells. */
export interface EventBase {
  number: NumberReference;
  /** WhatsApp's own time, epoch milliseconds; null when the body gives none that can be read, which is a flaw then. */
  timestamp: number | null;
  flaws?: Flaw[];
  /** Meta's own agent holds this conversation; we only listen (field `standby`). */
  standby?: true;
}
