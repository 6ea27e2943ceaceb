import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { file, findByAbout, storeEntry } from '../../core/records/entries';
import { ACCEPTED } from '../statuses/advanceDelivery';
import { piecesOf } from '../pieces/piecesOf';
import { sendAgentMessage } from './sendAgentMessage';

/**
 * Sends a bot's buttons with the words of the message before them, as one. Where that was refused the words go by
 * themselves, so that a fault of the buttons does not keep them back. What was sent is remembered for both messages: the
 * words do not look as if nobody had sent them.
 */
export async function sendQuestion(
  host: Host,
  { buttons, text }: { buttons: IMessage; text: IMessage },
  room: WhatsappRoom,
): Promise<void> {
  await sendAgentMessage(host, { ...buttons, text: text.text }, room);
  // Messages that may have arrived have a record, too.
  const isOut = (await findByAbout(host, buttons.id ?? '')).some(({ kind }) => kind !== 'refusal');
  if (!isOut) {
    await sendAgentMessage(host, text, room);
    return;
  }
  const { id: messageId = '' } = text;
  const facts = { ...room, roomId: text.room.id, messageId, about: messageId, delivery: ACCEPTED } as const;
  for await (const piece of piecesOf(host, text)) {
    await storeEntry(host, { ...file(Date.now()), ...facts, kind: 'link', direction: 'out', piece: piece.id });
  }
}
