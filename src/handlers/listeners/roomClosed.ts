import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { sendAutomaticText } from '../outbound/sendAutomaticText';
import { findConversation } from '../records/conversations';

/**
 * A conversation was closed. When an agent did it the customer gets the number's closing text. Rocket.Chat tells of
 * every closed room of the workspace, also of those that are not ours.
 */
export async function roomClosed(host: Host, room: ILivechatRoom): Promise<void> {
  const ours = readWhatsappRoom(room, host.app.id);
  if (!ours || room.closer !== 'user') {
    return;
  }
  const number = (await host.memory.numbers.get(host)).find(({ digits }) => digits === ours.number);
  const conversation = number?.finishedMessage && (await findConversation(host, ours.number, [ours.customer]));
  if (number?.finishedMessage && conversation) {
    await sendAutomaticText(host, { number, conversation, room, text: number.finishedMessage, shown: false });
  }
}
