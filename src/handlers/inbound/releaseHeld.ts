import type { Host } from '../Host';
import { conversationKey, findConversation, saveConversation } from '../records/conversations';
import type { Conversation } from '../records/conversations';
import { file, removeEntry, storeEntry } from '../records/entries';
import type { HeldEntry } from '../records/Entry';
import { findHeld } from '../records/held';
import type { ConnectedNumber } from '../records/numbers';
import { readHeldEvent } from './readHeldEvent';
import { isSomeoneThere } from './isSomeoneThere';
import { putIntoRoom } from './putIntoRoom';
import { customerTurn } from './turnOf';

/** Lets those in who wait, where somebody is there for them by now; who cannot be let in keeps nobody else out. */
export async function releaseHeld(host: Host): Promise<void> {
  const waiting = new Map<string, HeldEntry>();
  for (const held of await findHeld(host)) {
    waiting.set(conversationKey(held.number, held.customer), held);
  }
  for (const held of waiting.values()) {
    try {
      await letIn(host, held);
    } catch (error) {
      host.logger.error('A customer who waits could not be let in and waits on:', String(error));
    }
  }
}

async function letIn(host: Host, { number: digits, customer }: HeldEntry): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = number && (await findConversation(host, digits, [customer]));
  if (number && conversation && (await isSomeoneThere(host, number))) {
    await host.memory.turns.take(customerTurn(digits, customer), () => release(host, number, conversation));
  }
}

/** Puts what waits of one customer into their room, in order. To be called in the customer's turn. */
export async function release(host: Host, number: ConnectedNumber, conversation: Conversation): Promise<Conversation> {
  for (const held of await findHeld(host, conversation)) {
    const event = readHeldEvent(held.event);
    // A crash may have come between putting it into the room and remembering that.
    const facts = await putIntoRoom(host, { number, conversation, event, at: held.at, resumed: true });
    await storeEntry(host, { ...facts, kind: 'link', ...file(Date.now(), held.wamid) });
    await removeEntry(host, held);
  }
  const released = { ...conversation, holding: false };
  await saveConversation(host, released);
  return released;
}
