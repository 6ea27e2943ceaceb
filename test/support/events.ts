import type { Host } from '../../src/handlers/core/Host';
import { storeEntry } from '../../src/handlers/core/records/entries';
import type { Task } from '../../src/handlers/inbound/webhook/Task';
import { saveConversation } from '../../src/handlers/omnichannel/conversations/conversations';
import type { MessageEvent, StatusEvent, WebhookEvent } from '../../src/handlers/whatsapp/webhook/WebhookEvent';
import { connectedNumber, conversation, inboxEntry } from './records';

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

/** The fields that every event of a customer has. */
export const ofCustomer = {
  number: { phoneNumberId: '100', displayNumber: '551155550100' },
  timestamp: 1_700_000_000_000,
  customer: { waId: '5511955550111' },
};

/** A task for an event whose customer is known and whose webhook is stored. */
export async function conversationTask<Kind extends WebhookEvent['kind']>(
  host: Host,
  event: Extract<WebhookEvent, { kind: Kind }>,
): Promise<Task<Kind>> {
  await saveConversation(host, conversation());
  const wamid = 'wamid' in event ? event.wamid : undefined;
  const inbox = inboxEntry({ wamid });
  await storeEntry(host, inbox);
  return { host, event, inbox, number: connectedNumber() };
}
