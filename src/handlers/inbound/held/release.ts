import type { Host } from '../../core/Host';
import { file, findByWamid, removeEntry, storeEntry } from '../../core/records/entries';
import type { HeldEntry } from '../../core/records/Entry';
import { LostLeaseError, workAlone } from '../../core/records/leases';
import { translatorOf } from '../../core/translator';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey, findByKey, saveConversation } from '../../omnichannel/conversations/conversations';
import { readRefusal } from '../../omnichannel/createRoom';
import { sendKept } from '../../outbound/sendWhenAnswered';
import type { MessageEvent, WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { changeMessage, changeOf, tellRevoked } from '../messages/changeMessage';
import type { LinkFacts } from '../messages/linkMessage';
import { findNamed } from '../messages/linkMessage';
import { putIntoRoom } from '../messages/putIntoRoom';
import { reactOn, tellReaction } from '../messages/reactOn';
import { customerLock } from '../webhook/customerLocks';
import { findHeld, isSomeoneThere } from './hold';

/**
 * Lets in waiting customers for whom an agent is available now. A failure for one customer does not stop the others.
 */
export async function releaseHeld(host: Host): Promise<void> {
  const waiting = new Map<string, HeldEntry>();
  for (const held of await findHeld(host)) {
    waiting.set(conversationKey(held.number, held.customer), held);
  }
  for (const held of waiting.values()) {
    try {
      await letCustomerIn(host, held);
    } catch (error) {
      if (readRefusal(error) !== 'nobody-there') {
        host.logger.error('A waiting customer could not be released and keeps waiting:', String(error));
      }
    }
  }
}

async function letCustomerIn(host: Host, { number: digits, customer }: HeldEntry): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = number && (await findByKey(host, digits, customer));
  if (number && conversation && (await isSomeoneThere(host, number, conversation))) {
    await host.memory.locks.run(customerLock(digits, customer), () => release(host, number, conversation));
  }
}

/**
 * Puts the waiting messages of one customer into their room, in order, with the edits and reactions since. Messages of
 * a contact who has been blocked since are dropped. To be called under the customer's lock. The job and a new message
 * of the customer may call it on two instances at once; then one leaves the work to the other.
 *
 * @returns the conversation; `holding` is true while another instance puts the waiting messages into the room
 * @throws other refusals of Rocket.Chat; messages that were not let in keep waiting
 */
export async function release(host: Host, number: ConnectedNumber, conversation: Conversation): Promise<Conversation> {
  const released = await letAllIn(host, number, conversation);
  if (released === 'busy') {
    return { ...conversation, holding: true };
  }
  // Not awaited, as for every other message of a customer.
  void (released.keeping && sendKept(host, released));
  return released;
}

/** The name of the lease for a customer's waiting messages: for putting them into the room, or filing them anew. */
export function releaseOf({ number, customer }: Pick<Conversation, 'number' | 'customer'>): string {
  return `release ${conversationKey(number, customer)}`;
}

async function letAllIn(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
): Promise<Conversation | 'busy'> {
  try {
    return await workAlone(host, releaseOf(conversation), async (goOn) => {
      for (const held of await findHeld(host, conversation)) {
        goOn();
        // The former holder of the lease may have let it in since the list was read, or a crash came before it was
        // taken off the list.
        if (!(await findByWamid(host, held.wamid)).some(({ kind }) => kind === 'link')) {
          const facts = await letIn(host, { number, conversation, held, goOn });
          await storeEntry(host, { ...facts, kind: 'link', ...file(Date.now(), held.wamid), heard: held.heard });
        }
        await removeEntry(host, held);
      }
      // Creating a room may have changed the record.
      const now = await findByKey(host, conversation.number, conversation.customer);
      const released = { ...(now ?? conversation), holding: false };
      await saveConversation(host, released);
      return released;
    });
  } catch (error) {
    if (error instanceof LostLeaseError) {
      return 'busy';
    }
    throw error;
  }
}

interface Letting {
  number: ConnectedNumber;
  conversation: Conversation;
  held: HeldEntry;
  goOn: () => void;
}

async function letIn(host: Host, { number, conversation, held, goOn }: Letting): Promise<LinkFacts> {
  const event = readHeldEvent(held.event);
  const facts = { direction: 'in', number: number.digits, customer: conversation.customer } as const;
  if (event.kind === 'reaction') {
    const named = await findNamed(host, event.target, conversation);
    if (!named.link || !(await reactOn(host, named.link, event))) {
      await tellReaction(host, conversation, { event, named, news: { wamid: event.wamid, at: held.at } });
    }
    return facts;
  }
  if (event.kind !== 'message') {
    const changed = await changeMessage(host, event.target, conversation, changeOf(event, await translatorOf(host)));
    if (changed) {
      return facts;
    }
    if (event.kind === 'revoke') {
      await tellRevoked(host, conversation, { event, news: { wamid: event.wamid, at: held.at } });
      return facts;
    }
  }
  // The new text of a message that could not be changed is nowhere else.
  const said: MessageEvent = event.kind === 'edit' ? { ...event, kind: 'message', isEdit: true } : event;
  try {
    // A crash may have come between posting the message and recording that.
    return await putIntoRoom(host, {
      number,
      conversation,
      event: said,
      at: held.at,
      receivedAt: Date.now(),
      interrupted: 'before',
      openRoom: 'not-looked-up',
      acquaintance: 'known',
      beforePost: goOn,
    });
  } catch (error) {
    if (readRefusal(error) === 'blocked') {
      return facts;
    }
    throw error;
  }
}

type HeldEvent = Extract<WebhookEvent, { kind: 'message' | 'edit' | 'revoke' | 'reaction' }>;

/** An event that this app stored after the webhook's parser had read it. */
export function readHeldEvent(stored: unknown): HeldEvent {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the webhook's parser has read it before it was stored
  return stored as HeldEvent;
}
