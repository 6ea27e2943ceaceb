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
 * A message was posted. An agent's message to a WhatsApp customer is sent; the app's own messages are not. In a room that
 * Rocket.Chat made by itself, the recipient is unknown; the agent is told so.
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

/** An agent edited a message of ours: WhatsApp has no way to edit what was sent, which the agents should know. */
export async function postMessageUpdated(host: Host, message: IMessage): Promise<void> {
  await reportUnsentChange(host, message, 'delivery:editUnseen');
}

/**
 * An agent deleted a message of ours: WhatsApp has no way to take back what was sent, which the agents should know. One
 * that waited for its customer does not wait any more.
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
 * Somebody reacted to a message, anywhere in the workspace. What an agent or a bot put on a customer's message goes to
 * the customer; what the app puts there is the customer's own. Reactions to what colleagues wrote stay among them.
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
