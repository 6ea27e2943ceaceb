import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { isForUs, readAgentMessage } from '../../outbound/agent/messageOrigin';
import { pairWithButtons } from '../../outbound/agent/pairWithButtons';
import { sendAgentMessage } from '../../outbound/agent/sendAgentMessage';
import { sendQuestion } from '../../outbound/agent/sendQuestion';
import { reportFailure } from '../../outbound/failures/reportFailure';

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
