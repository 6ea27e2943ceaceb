import type { Customer } from './Customer';
import type { NumberReference } from './NumberReference';
import type { WhatsAppError } from './WhatsAppError';

/** What the items of one change have in common. */
export interface Scope {
  number: NumberReference;
  field: string;
  wabaId?: string;
  standby?: true;
  /** Of the body, for what has no time of its own. */
  time?: unknown;
  /** The people the change names. */
  contacts: Customer[];
  /** Errors of the change as a whole. */
  errors: WhatsAppError[];
  /** How many items stand in the list that is read. */
  count: number;
}
