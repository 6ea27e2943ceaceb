import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import { moveBareRoom } from '../../inbound/repair/moveBareRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';

/** A conversation began. If it is ours and has no number, Rocket.Chat made it by itself, and the app repairs it. */
export async function roomStarted(host: Host, room: ILivechatRoom): Promise<void> {
  const made = room.source?.type === 'app' && room.source.id === host.app.id;
  if (made && !readWhatsappRoom(room, host.app.id)) {
    await moveBareRoom(host, room);
  }
}
