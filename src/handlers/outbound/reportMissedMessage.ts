import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { readWhatsappRoom } from '../omnichannel/whatsappRoom';
import { reportFailure } from './reportFailure';

/**
 * Tells the agents of a message that the app has not heard of. It is not sent by itself: it may be old by now, and
 * another instance may be about to send it; the card's button sends what is missing of it.
 */
export async function reportMissedMessage(host: Host, message: IMessage): Promise<void> {
  const whatsapp = readWhatsappRoom(message.room, host.app.id);
  const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:notHeard' });
  if (whatsapp) {
    await reportFailure(host, { ...whatsapp, roomId: message.room.id, messageId: message.id }, error);
  }
}
