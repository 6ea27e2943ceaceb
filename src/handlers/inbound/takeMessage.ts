import { renderMessage } from '../messages/renderMessage';
import { meetCustomer } from '../omnichannel/meetCustomer';
import { openRoom, visitorOf } from '../omnichannel/openRoom';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { isRepeated } from '../records/isRepeated';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import type { Task } from './Task';

/**
 * Puts a customer's message into their room: five round trips for a text of a known customer, the one of the inbox
 * included. A repeated message changes nothing.
 *
 * @throws what Rocket.Chat refuses with; the webhook is then tried again
 */
export async function takeMessage({ host, event, inbox, number }: Task<'message'>): Promise<void> {
  if (await isRepeated(host, inbox, event.wamid)) {
    return;
  }
  const conversation = await meetCustomer(host, number, event.customer);
  const { room } = await openRoom(host, number, conversation);
  const { text } = renderMessage(event, await translatorOf(host));
  const messageId = await postAsCustomer(host, room, visitorOf(conversation), {
    text,
    at: event.timestamp ?? inbox.receivedAt,
    wamid: event.wamid,
  });
  await settle(host, inbox, event.wamid, {
    direction: 'in',
    number: number.digits,
    customer: conversation.customer,
    roomId: room.id,
    messageId,
  });
}
