import { sayToUser } from '../../flows/sayToUser';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { sendAgentMessage } from '../outbound/sendAgentMessage';
import type { PressHandler } from './Press';

/** **Send again** on a failure card; the card goes, so that it cannot be pressed twice. */
export const sendAgain: PressHandler = async ({ scene, value, message, responder }) => {
  const { host, t } = scene;
  const failed = value.messageId ? await host.read.getMessageReader().getById(value.messageId) : undefined;
  const room = failed ? await host.read.getRoomReader().getById(failed.room.id) : undefined;
  const whatsapp = readWhatsappRoom(room, host.app.id);
  if (!failed || !room || !whatsapp) {
    await sayToUser(scene, t('delivery:messageGone'));
    return responder.successResponse();
  }
  if (message?.id) {
    await host.modify.getDeleter().deleteMessage(message, await host.memory.appUser.get(host));
  }
  // Not awaited: sending may take longer than the client waits, and what becomes of it is told in the room.
  void sendAgentMessage(host, { ...failed, room }, whatsapp);
  return responder.successResponse();
};
