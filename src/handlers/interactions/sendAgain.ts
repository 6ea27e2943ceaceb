import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { sayToUser } from '../../flows/sayToUser';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { sendAgentMessage } from '../outbound/sendAgentMessage';
import { takeUpAgain } from '../outbound/takeUpAgain';
import { withdrawCard } from '../outbound/withdrawCard';
import { isAgent } from './isAgent';
import type { Press, PressHandler } from './Press';

/** What is to be sent again. */
interface Failed {
  failed: IMessage;
  whatsapp: WhatsappRoom;
}

/**
 * **Send again** on a failure card: what WhatsApp did not take of the message is sent, and the card goes. Pressed twice
 * it is sent once. What a client tells is looked up: only our own card in the message's room is taken away, and only for
 * somebody who may write to customers.
 */
export const sendAgain: PressHandler = async (press) => {
  const { scene, message, responder } = press;
  const { host, t } = scene;
  const cardId = message?.id;
  if (!cardId || !isAgent(scene.user)) {
    return responder.successResponse();
  }
  // Two who press at once come one after the other, and the second finds no card.
  await host.memory.turns.take(`card ${cardId}`, async () => {
    const found = await findFailed(press, cardId);
    const end = found && (await takeUpAgain(host, found.whatsapp, found.failed));
    if (!end) {
      await sayToUser(scene, t(found ? 'delivery:beingSent' : 'delivery:messageGone'));
      return;
    }
    await withdrawCard(host, cardId);
    // Not awaited: sending may take longer than the client waits, and what becomes of it is told in the room.
    void finish(press, found, end);
  });
  return responder.successResponse();
};

async function finish({ scene }: Press, { failed, whatsapp }: Failed, end: () => Promise<void>): Promise<void> {
  const { host, t } = scene;
  try {
    if (!(await sendAgentMessage(host, failed, whatsapp, true))) {
      await sayToUser(scene, t('delivery:sentByNow'));
    }
    await end();
  } catch (error) {
    host.logger.error('A message that was sent again could not be settled; the sweep does that:', String(error));
  }
}

async function findFailed({ scene, value }: Press, cardId: string): Promise<Failed | undefined> {
  const { host } = scene;
  const reader = host.read.getMessageReader();
  const [card, failed] = [await reader.getById(cardId), value.messageId && (await reader.getById(value.messageId))];
  const appUser = await host.memory.appUser.get(host);
  if (!card || !failed || card.sender.id !== appUser.id || card.room.id !== failed.room.id) {
    return undefined;
  }
  const room = await host.read.getRoomReader().getById(failed.room.id);
  const whatsapp = readWhatsappRoom(room, host.app.id);
  return room && whatsapp ? { failed: { ...failed, room }, whatsapp } : undefined;
}
