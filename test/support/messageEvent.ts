import type { MessageEvent } from '../../src/handlers/whatsapp/webhook/WebhookEvent';

/** A text of a customer at the number of `connectedNumber`, with what the test is about. */
export function messageEvent(facts: Partial<MessageEvent> = {}): MessageEvent {
  return {
    kind: 'message',
    number: { phoneNumberId: '100', displayNumber: '551155550100' },
    timestamp: 1_700_000_000_000,
    wamid: 'wamid.in',
    customer: { waId: '5511955550111', name: 'Ana' },
    content: { type: 'text', body: 'Hello' },
    ...facts,
  };
}
