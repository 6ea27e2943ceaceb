import type { StatusEvent } from '../../src/handlers/whatsapp/webhook/WebhookEvent';

/** A status of an outgoing message. */
export function statusEvent(status: StatusEvent['status'], facts: Partial<StatusEvent> = {}): StatusEvent {
  return {
    kind: 'status',
    number: { phoneNumberId: '100', displayNumber: '551155550100' },
    timestamp: 1_700_000_000_000,
    wamid: 'wamid.out',
    status,
    recipient: { waId: '5511955550111' },
    errors: [],
    ...facts,
  };
}
