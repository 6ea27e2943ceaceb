import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { replaceEntry } from '../../core/records/entries';
import { findOpenRooms } from '../../omnichannel/findOpenRoom';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import { readRefusal } from '../../omnichannel/createRoom';
import { hold, isSomeoneThere } from '../held/hold';
import { release } from '../held/release';
import { moveBareRoom } from '../repair/moveBareRoom';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { linkMessage } from './linkMessage';
import { putIntoRoom } from './putIntoRoom';
import { confirmConsent, takeConsent } from './takeConsent';

/**
 * Puts a customer's message into their room: five round trips for a text of a known customer, the one of the inbox
 * included. A repeated message changes nothing; when nobody is there it is kept; of a blocked contact it is dropped; when
 * its room is closed in this very moment it opens another one.
 *
 * @throws what Rocket.Chat refuses with otherwise; the webhook is then tried again
 */
export async function takeMessage(task: Task<'message'>, isSecondTry = false): Promise<void> {
  const { host, event, inbox, number, heard } = task;
  await unlessRepeated(task, async () => {
    const met = await meetCustomer(host, number, event.customer, event.timestamp ?? inbox.receivedAt);
    const consent = await takeConsent(task, met.conversation);
    let { conversation } = consent;
    const [room, ...second] = met.isNewVisitor ? [] : await findOpenRooms(host, conversation);
    // Not awaited: it takes this customer's turn itself.
    second.forEach((each) => void moveBareRoom(host, each));
    // A customer who already waits keeps waiting while no agent is there. Everybody else asks for a room: Rocket.Chat
    // refuses it when no agent is there, and tells before that if the contact is blocked.
    if (!room && conversation.holding && !(await isSomeoneThere(host, number, conversation))) {
      await confirmConsent(task, consent);
      await hold(task, conversation);
      return;
    }
    let lookedUp: ILivechatRoom | null | undefined = room ?? null;
    try {
      if (conversation.holding) {
        conversation = await release(host, number, conversation);
        lookedUp = undefined;
      }
      const at = event.timestamp ?? inbox.receivedAt;
      const { receivedAt, resumed, stuck } = inbox;
      const { isNewVisitor: isFirst, isWrittenTo } = met;
      const beforeFile = resumed && !stuck ? () => replaceEntry(host, { ...inbox, stuck: true }) : undefined;
      const arrival = { number, conversation, event, at, receivedAt, resumed, stuck, beforeFile, isFirst, isWrittenTo };
      const facts = { ...(await putIntoRoom(host, { ...arrival, room: lookedUp })), heard };
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
      } else if (refusal === 'room-closed' && room && !isSecondTry) {
        // Closed between the look and the message: there is no open room now, and another one is made.
        await takeMessage(task, true);
      } else {
        throw error;
      }
    }
  });
}
