import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { renderMessage } from '../messages/renderMessage';
import { openRoom, visitorOf } from '../omnichannel/openRoom';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { sendAutomaticText } from '../outbound/sendAutomaticText';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import type { LinkFacts } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import type { WebhookEvent } from '../webhook/WebhookEvent';

/**
 * Puts a customer's message into their open room, or a new one; a new one begins with the number's welcome text.
 *
 * @param at WhatsApp's time, epoch milliseconds
 * @param known the open room where it was looked up just now, which saves a round trip
 * @throws what Rocket.Chat refuses with
 */
export async function putIntoRoom(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
  event: Extract<WebhookEvent, { kind: 'message' }>,
  at: number,
  known?: ILivechatRoom,
): Promise<LinkFacts> {
  const { room, isNew } = known ? { room: known, isNew: false } : await openRoom(host, number, conversation);
  if (isNew && number.welcomeMessage) {
    // Asked for before the message is posted, so that no bot's answer to it can overtake; not waited for.
    void sendAutomaticText(host, { number, conversation, room, text: number.welcomeMessage, shown: true });
  }
  const { text } = renderMessage(event, await translatorOf(host));
  const { wamid } = event;
  const messageId = await postAsCustomer(host, room, visitorOf(conversation), { text, at, wamid });
  return { direction: 'in', number: number.digits, customer: conversation.customer, roomId: room.id, messageId };
}
