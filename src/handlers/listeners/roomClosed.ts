import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { sendAutomaticText } from '../outbound/sendAutomaticText';
import { tellOfClosing } from '../outbound/sendWhenAnswered';
import { findByKey } from '../records/conversations';
import { forgetOpenRoom } from '../records/openRooms';

/**
 * A conversation was closed. When an agent did it the customer gets the number's closing text; the app itself closes
 * rooms too, and so do bots. Rocket.Chat tells of every closed room of the workspace, also of those that are not ours.
 */
export async function roomClosed(host: Host, room: ILivechatRoom): Promise<void> {
  const ours = readWhatsappRoom(room, host.app.id);
  if (!ours) {
    return;
  }
  const number = (await host.memory.numbers.get(host)).find(({ digits }) => digits === ours.number);
  if (!number) {
    const last = ours.number.slice(-4);
    host.logger.warn(`A conversation of …${last} ended without a closing text: the number is not connected any more.`);
  }
  const text = isByAgent(room) ? number?.finishedMessage : undefined;
  const conversation = text && (await findByKey(host, ours.number, ours.customer));
  if (number && text && conversation) {
    await sendAutomaticText(host, { kind: 'finished', number, conversation, room, text, shown: false });
  }
  await tellOfClosing(host, room, ours);
  // Not before: after a crash in between, what is still noted shows that the text may be missing.
  await forgetOpenRoom(host, room.id);
}

function isByAgent({ closer, closedBy }: ILivechatRoom): boolean {
  return closer === 'user' && (closedBy?.type ?? UserType.USER) === UserType.USER;
}
