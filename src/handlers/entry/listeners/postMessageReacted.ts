import type { IMessageReactionContext } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { isOfCustomer } from '../../outbound/agent/messageOrigin';
import { sendReaction } from '../../outbound/agent/sendReaction';

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
