import type { Scope } from './Scope';
import type { WebhookEvent } from './WebhookEvent';
import type { RejectReason } from './WebhookReading';

/** Why an item is no event, and its own type when it is a plain word. */
export interface Rejection {
  reason: RejectReason;
  type?: string;
}

/** Reads one item of a list such as `messages` or `statuses`. */
export type Reader = (item: unknown, scope: Scope) => (WebhookEvent | Rejection)[];
