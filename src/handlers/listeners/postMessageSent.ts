import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { readAgentMessage } from '../outbound/readAgentMessage';
import { sendAgentMessage } from '../outbound/sendAgentMessage';

/** A message was posted: what an agent wrote to a WhatsApp customer goes out; what the app itself posted stays. */
export async function postMessageSent(host: Host, message: IMessage): Promise<void> {
  const room = readAgentMessage(message, host.app.id);
  if (!room) {
    return;
  }
  const { id } = await host.memory.appUser.get(host);
  if (message.sender.id !== id) {
    await sendAgentMessage(host, message, room);
  }
}
