import type {
  IMessage,
  IMessageDeleteContext,
  IMessageReactionContext,
} from '@rocket.chat/apps-engine/definition/messages';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { isBot, isForUs, isOfCustomer, readAgentMessage } from '../../outbound/agent/messageOrigin';
import { pairWithButtons } from '../../outbound/agent/pairWithButtons';
import { reportUnsentChange } from '../../outbound/agent/reportUnsentChange';
import { sendAgentMessage, sendQuestion } from '../../outbound/agent/sendAgentMessage';
import { sendReaction } from '../../outbound/agent/sendReaction';
import { reportFailure } from '../../outbound/failures/reportFailure';
import { forgetDeleted } from '../../outbound/sendWhenAnswered';

/**
 * Handles a posted message. An agent's message to a WhatsApp customer is sent; the app's own messages are not. In a
 * room that Rocket.Chat created by itself the recipient is unknown, and the agent is told so.
 */
export async function postMessageSent(host: Host, message: IMessage): Promise<void> {
  if (!isForUs(message, host.app.id)) {
    return;
  }
  const { id } = await host.memory.appUser.get(host);
  if (message.sender.id === id) {
    return;
  }
  const room = readAgentMessage(message, host.app.id);
  if (room) {
    await pairWithButtons(host, message, async (next, text) => {
      await (text ? sendQuestion(host, { buttons: next, text }, room) : sendAgentMessage(host, next, room));
    });
    return;
  }
  const error = new AppError({ kind: 'refused', retry: 'no', key: 'errors:roomUnknown' });
  const { id: roomId } = message.room;
  await reportFailure(host, { number: '', customer: '', roomId, text: message.text ?? '' }, error);
}

/**
 * An agent edited a message in a WhatsApp conversation. WhatsApp cannot edit a sent message, and the agents are told
 * so.
 */
export async function postMessageUpdated(host: Host, message: IMessage): Promise<void> {
  await reportUnsentChange(host, message, 'delivery:editUnseen');
}

/**
 * An agent deleted a message in a WhatsApp conversation. WhatsApp cannot delete a sent message for a business, and the
 * agents are told so. A message that was waiting for its customer is cancelled.
 */
export async function postMessageDeleted(
  host: Host,
  message: IMessage,
  context?: IMessageDeleteContext,
): Promise<void> {
  if (isBot(context?.user)) {
    return;
  }
  await reportUnsentChange(host, message, 'delivery:deletionUnseen');
  await forgetDeleted(host, message);
}

/**
 * Handles a reaction to any message in the workspace. A reaction of an agent or a bot to a customer's message goes to
 * the customer. The app's own reactions are the customer's. Reactions to messages of colleagues are not sent.
 */
export async function postMessageReacted(host: Host, context: IMessageReactionContext): Promise<void> {
  const { message, user, reaction, isReacted } = context;
  const room = readWhatsappRoom(message.room, host.app.id);
  if (!room || !isOfCustomer(message)) {
    return;
  }
  const { id } = await host.memory.appUser.get(host);
  if (user.id !== id) {
    await sendReaction(host, message, room, { reaction, isReacted });
  }
}
