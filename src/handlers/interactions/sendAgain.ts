import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { sayToUser } from '../../flows/sayToUser';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { sendAgentMessage } from '../outbound/sendAgentMessage';
import { isAgent } from './isAgent';
import type { Press, PressHandler } from './Press';

/**
 * **Send again** on a failure card; the card goes, so that it cannot be pressed twice. What a client tells is looked up:
 * only our own card in the message's room is taken away, and only for somebody who may write to customers.
 */
export const sendAgain: PressHandler = async (press) => {
  const { scene, message, responder } = press;
  const { host, t } = scene;
  if (!message?.id || !isAgent(scene.user)) {
    return responder.successResponse();
  }
  // Two who press at once come one after the other, and the second finds no card.
  const found = await host.memory.turns.take(`card ${message.id}`, () => takeCard(press, message.id ?? ''));
  if (found) {
    // Not awaited: sending may take longer than the client waits, and what becomes of it is told in the room.
    void sendAgentMessage(host, found.failed, found.whatsapp);
  } else {
    await sayToUser(scene, t('delivery:messageGone'));
  }
  return responder.successResponse();
};

/** Takes the card away, and tells which message is to be sent again. */
async function takeCard(
  { scene, value }: Press,
  cardId: string,
): Promise<{ failed: IMessage; whatsapp: WhatsappRoom } | undefined> {
  const { host } = scene;
  const reader = host.read.getMessageReader();
  const [card, failed] = [await reader.getById(cardId), value.messageId && (await reader.getById(value.messageId))];
  const appUser = await host.memory.appUser.get(host);
  if (!card || !failed || card.sender.id !== appUser.id || card.room.id !== failed.room.id) {
    return undefined;
  }
  const room = await host.read.getRoomReader().getById(failed.room.id);
  const whatsapp = readWhatsappRoom(room, host.app.id);
  if (!room || !whatsapp) {
    return undefined;
  }
  await host.modify.getDeleter().deleteMessage(card, appUser);
  return { failed: { ...failed, room }, whatsapp };
}
