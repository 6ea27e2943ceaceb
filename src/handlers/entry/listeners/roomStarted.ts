import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import { moveBareRoom } from '../../inbound/repair/moveBareRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';

/** A conversation began. One that is ours and has no number was made by Rocket.Chat itself, and is put right. */
export async function roomStarted(host: Host, room: ILivechatRoom): Promise<void> {
  const made = room.source?.type === 'app' && room.source.id === host.app.id;
  if (made && !readWhatsappRoom(room, host.app.id)) {
    await moveBareRoom(host, room);
  }
}
