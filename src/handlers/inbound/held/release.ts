import type { Host } from '../../core/Host';
import { file, findByWamid, removeEntry, storeEntry } from '../../core/records/entries';
import type { HeldEntry } from '../../core/records/Entry';
import { takeLease } from '../../core/records/leases';
import { translatorOf } from '../../core/translator';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey, findByKey, saveConversation } from '../../omnichannel/conversations/conversations';
import { readRefusal } from '../../omnichannel/createRoom';
import { sendKept } from '../../outbound/sendWhenAnswered';
import { changeMessage } from '../messages/changeMessage';
import { changeOf } from '../messages/changeOf';
import type { LinkFacts } from '../messages/linkMessage';
import { putIntoRoom } from '../messages/putIntoRoom';
import { reactOn } from '../messages/reactOn';
import { tellReaction } from '../messages/tellReaction';
import { findHeld } from './held';
import { readHeldEvent } from './readHeldEvent';

/**
 * Puts what waits of one customer into their room, in order, with what they changed and reacted to meanwhile. What a
 * contact wrote who is blocked by now is dropped. To be called in the customer's turn. The job and a message that the
 * customer writes just now may come to it on two instances: then one of them leaves it to the other.
 *
 * @throws what Rocket.Chat refuses with otherwise; what was not let in waits on
 */
export async function release(host: Host, number: ConnectedNumber, conversation: Conversation): Promise<Conversation> {
  const claim = await takeLease(host, `release ${conversationKey(conversation.number, conversation.customer)}`);
  if (!claim) {
    return conversation;
  }
  try {
    const released = await letAllIn(host, number, conversation);
    // Not awaited, as for every other message of a customer.
    void (released.keeping && sendKept(host, released));
    return released;
  } finally {
    await claim.end();
  }
}

async function letAllIn(host: Host, number: ConnectedNumber, conversation: Conversation): Promise<Conversation> {
  for (const held of await findHeld(host, conversation)) {
    // A crash may have come between remembering it and taking it off the list.
    if (!(await findByWamid(host, held.wamid)).some(({ kind }) => kind === 'link')) {
      const facts = await letIn(host, { number, conversation, held });
      await storeEntry(host, { ...facts, kind: 'link', ...file(Date.now(), held.wamid), heard: held.heard });
    }
    await removeEntry(host, held);
  }
  // A room that was made on the way may have taken something off the record.
  const now = await findByKey(host, conversation.number, conversation.customer);
  const released = { ...(now ?? conversation), holding: false };
  await saveConversation(host, released);
  return released;
}

async function letIn(
  host: Host,
  { number, conversation, held }: { number: ConnectedNumber; conversation: Conversation; held: HeldEntry },
): Promise<LinkFacts> {
  const event = readHeldEvent(held.event);
  const facts = { direction: 'in', number: number.digits, customer: conversation.customer } as const;
  if (event.kind === 'reaction') {
    const link = (await findByWamid(host, event.target)).find((entry) => entry.kind === 'link');
    if (!link || !(await reactOn(host, link, event))) {
      await tellReaction(host, conversation, { event, link, news: { wamid: event.wamid, at: held.at } });
    }
    return facts;
  }
  if (event.kind !== 'message') {
    await changeMessage(host, event.target, changeOf(event, await translatorOf(host)));
    return facts;
  }
  try {
    // A crash may have come between putting it into the room and remembering that.
    const arrival = { number, conversation, event, at: held.at, receivedAt: Date.now(), resumed: true };
    return await putIntoRoom(host, arrival);
  } catch (error) {
    if (readRefusal(error) === 'blocked') {
      return facts;
    }
    throw error;
  }
}
