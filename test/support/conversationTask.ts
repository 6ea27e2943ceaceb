import type { Host } from '../../src/handlers/core/Host';
import type { Task } from '../../src/handlers/inbound/webhook/Task';
import { saveConversation } from '../../src/handlers/omnichannel/conversations/conversations';
import { storeEntry } from '../../src/handlers/core/records/entries';
import type { WebhookEvent } from '../../src/handlers/whatsapp/webhook/WebhookEvent';
import { connectedNumber } from './connectedNumber';
import { conversation } from './conversation';
import { inboxEntry } from './inboxEntry';

/** What every event of a customer tells besides its own matter. */
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
