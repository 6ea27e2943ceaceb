import type { Customer } from './documents/Customer';
import type { InboundKind } from './documents/InboundKind';
import type { PhoneMessage } from './documents/PhoneMessage';
import type { PhoneNumber } from './documents/PhoneNumber';

/** What the page knows of the simulated WhatsApp. */
export type SimulatorState = {
  readonly numbers: readonly PhoneNumber[];
  /** What can be sent as a customer. */
  readonly kinds: readonly InboundKind[];
  readonly customers: readonly Customer[];
  /** Chats by `chatKey`, oldest message first; a missing one was not fetched yet. */
  readonly chats: Readonly<Record<string, readonly PhoneMessage[]>>;
  /** Chats in which the business is typing. */
  readonly typing: Readonly<Record<string, boolean>>;
  /** Messages that came into chats which nobody looks at. */
  readonly unread: Readonly<Record<string, number>>;
  /** What customers are writing, by `chatKey`. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly customerId?: string | undefined;
  readonly number?: string | undefined;
  readonly lost: boolean;
  /** Grows with each event of that kind, for panels that list them. */
  readonly requestCount: number;
  readonly deliveryCount: number;
  readonly stateCount: number;
};
