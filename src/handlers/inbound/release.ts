import type { Host } from '../Host';
import { conversationKey, saveConversation } from '../records/conversations';
import type { Conversation } from '../records/conversations';
import { file, removeEntry, storeEntry } from '../records/entries';
import { findHeld } from '../records/held';
import type { ConnectedNumber } from '../records/numbers';
import { claimWork } from './claimWork';
import { putIntoRoom } from './putIntoRoom';
import { readHeldEvent } from './readHeldEvent';

/**
 * Puts what waits of one customer into their room, in order. To be called in the customer's turn. The job and a message
 * that the customer writes just now may come to it on two instances: then one of them leaves it to the other.
 */
export async function release(host: Host, number: ConnectedNumber, conversation: Conversation): Promise<Conversation> {
  const claim = await claimWork(host, `release ${conversationKey(conversation.number, conversation.customer)}`);
  if (!claim) {
    return conversation;
  }
  try {
    return await letIn(host, number, conversation);
  } finally {
    await claim.end();
  }
}

async function letIn(host: Host, number: ConnectedNumber, conversation: Conversation): Promise<Conversation> {
  for (const held of await findHeld(host, conversation)) {
    const event = readHeldEvent(held.event);
    // A crash may have come between putting it into the room and remembering that.
    const facts = await putIntoRoom(host, {
      number,
      conversation,
      event,
      at: held.at,
      receivedAt: Date.now(),
      resumed: true,
    });
    await storeEntry(host, { ...facts, kind: 'link', ...file(Date.now(), held.wamid) });
    await removeEntry(host, held);
  }
  const released = { ...conversation, holding: false };
  await saveConversation(host, released);
  return released;
}
