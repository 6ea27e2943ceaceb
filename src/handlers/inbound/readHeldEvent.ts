import type { WebhookEvent } from '../webhook/WebhookEvent';

type MessageEvent = Extract<WebhookEvent, { kind: 'message' }>;

/** An event that this app stored itself, as it was read from its webhook by the webhook's own parser. */
export function readHeldEvent(stored: unknown): MessageEvent {
  return stored as MessageEvent;
}
