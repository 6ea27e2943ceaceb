import { replaceEntry } from '../../core/records/entries';
import { readRefusal } from '../../omnichannel/createRoom';
import { findOpenRooms } from '../../omnichannel/findOpenRoom';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import type { KnownRoom } from '../../omnichannel/openRoom';
import { hold, isSomeoneThere, keepHeld } from '../held/hold';
import { release } from '../held/release';
import { moveBareRoom } from '../repair/moveBareRoom';
import type { Task } from '../webhook/Task';
import { interruptedOf, unlessRepeated } from '../webhook/Task';
import { linkMessage } from './linkMessage';
import { putIntoRoom } from './putIntoRoom';
import { confirmConsent, takeConsent } from './takeConsent';

/**
 * Puts a customer's message into their room: five round trips for a text of a known customer, the one of the inbox
 * included. A repeated message changes nothing. Without an available agent it is held. A message of a blocked contact
 * is dropped. If its room is closed at the same moment, it opens another one.
 *
 * @throws other refusals of Rocket.Chat; the webhook is then retried
 */
export async function takeMessage(task: Task<'message'>): Promise<void> {
  await unlessRepeated(task, async () => {
    const first = await tryToTake(task);
    // There is no open room any more, and another one is created.
    const last = first.kind === 'room-closed' ? await tryToTake(task) : first;
    if (last.kind === 'room-closed') {
      throw last.error;
    }
  });
}

/** 'room-closed': the open room was closed before the message was posted. */
type Outcome = { kind: 'taken' } | { kind: 'room-closed'; error: unknown };

async function tryToTake(task: Task<'message'>): Promise<Outcome> {
  const { host, event, inbox, number, heard } = task;
  const at = event.timestamp ?? inbox.receivedAt;
  const { acquaintance, conversation: met } = await meetCustomer(host, number, event.customer, at);
  const consent = await takeConsent(task, met);
  let { conversation } = consent;
  const [room, ...second] = acquaintance === 'known' ? await findOpenRooms(host, conversation) : [];
  // Not awaited: it takes this customer's lock itself.
  second.forEach((each) => void moveBareRoom(host, each));
  // A customer who already waits keeps waiting while no agent is there. For everybody else a room is requested.
  // Rocket.Chat refuses it if the contact is blocked or no agent is there.
  if (!room && conversation.holding && !(await isSomeoneThere(host, number, conversation))) {
    await confirmConsent(task, consent);
    await hold(task, conversation);
    return { kind: 'taken' };
  }
  let openRoom: KnownRoom = room ?? 'none';
  try {
    if (conversation.holding) {
      conversation = await release(host, number, conversation);
      if (conversation.holding) {
        // Another instance puts the waiting messages into the room. This one waits behind them for the job of every minute.
        await confirmConsent(task, { ...consent, conversation });
        await keepHeld(task, conversation);
        return { kind: 'taken' };
      }
      openRoom = 'not-looked-up';
    }
    const { receivedAt } = inbox;
    const interrupted = interruptedOf(inbox);
    const beforeFile = interrupted === 'before' ? () => replaceEntry(host, { ...inbox, stuck: true }) : undefined;
    const arrival = { number, conversation, event, at, receivedAt, interrupted, beforeFile, acquaintance, openRoom };
    const facts = { ...(await putIntoRoom(host, arrival)), heard };
    await confirmConsent(task, { ...consent, conversation }, room);
    await linkMessage(host, inbox, event.wamid, facts);
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal === 'nobody-there') {
      await confirmConsent(task, consent);
      await hold(task, conversation);
    } else if (refusal === 'blocked') {
      const facts = { direction: 'in', number: number.digits, customer: conversation.customer, heard } as const;
      await linkMessage(host, inbox, event.wamid, facts);
    } else if (refusal === 'room-closed' && room) {
      return { kind: 'room-closed', error };
    } else {
      throw error;
    }
  }
  return { kind: 'taken' };
}
