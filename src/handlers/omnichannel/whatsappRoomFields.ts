import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { WhatsappRoom } from './readWhatsappRoom';

/** What is put on a new room so that it is known again. */
export function whatsappRoomFields(whatsapp: WhatsappRoom): ILivechatRoom['customFields'] {
  return { whatsapp: { ...whatsapp } };
}
