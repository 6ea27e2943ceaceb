import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

type HeldEvent = Extract<WebhookEvent, { kind: 'message' | 'edit' | 'revoke' | 'reaction' }>;

/** An event that this app stored itself, as it was read from its webhook by the webhook's own parser. */
export function readHeldEvent(stored: unknown): HeldEvent {
  return stored as HeldEvent;
}
