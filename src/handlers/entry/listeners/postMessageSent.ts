import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { isForUs, readAgentMessage } from '../../outbound/agent/messageOrigin';
import { pairWithButtons } from '../../outbound/agent/pairWithButtons';
import { sendAgentMessage } from '../../outbound/agent/sendAgentMessage';
import { sendQuestion } from '../../outbound/agent/sendQuestion';
import { reportFailure } from '../../outbound/failures/reportFailure';

/**
 * A message was posted: what an agent wrote to a WhatsApp customer goes out; what the app itself posted stays. In a room
 * that Rocket.Chat made by itself nobody knows to whom, which the agent is told.
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
