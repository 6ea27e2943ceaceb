import type { WebhookEvent } from './WebhookEvent';

export type RejectReason =
  | 'not-an-object'
  | 'not-json'
  | 'unknown-body'
  | 'too-deep'
  | 'missing-id'
  | 'missing-sender'
  | 'unknown-status'
  | 'unreadable';

/** An item that could not be read. Nothing in it is of a person or a content: it may be logged. */
export interface RejectedItem {
  reason: RejectReason;
  /** Where in the body it stands, such as `entry.0.changes.1.messages.2`. */
  at: string;
  field?: string;
  /** The type or status that the item gives for itself, when that is a plain word. */
  type?: string;
  phoneNumberId?: string;
}

/** All that a webhook body tells, in order of appearance. */
export interface WebhookReading {
  events: WebhookEvent[];
  rejected: RejectedItem[];
}
