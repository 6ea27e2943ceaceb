import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { listed } from '../listed';
import type { Conversation } from '../records/conversations';
import { readWhatsappRoom } from './readWhatsappRoom';
import { visitorOf } from './visitorOf';

/** All open rooms of a conversation, oldest first; there should be one at most. */
export async function findOpenRooms(
  host: Host,
  conversation: Conversation,
  visitor: IVisitor = visitorOf(conversation),
): Promise<ILivechatRoom[]> {
  const rooms = listed(await host.read.getLivechatReader().getLivechatRooms(visitor));
  return rooms
    .filter((room) => readWhatsappRoom(room, host.app.id)?.number === conversation.number && !saysItIsClosed(room))
    .sort((a, b) => ageOf(a) - ageOf(b) || (a.id < b.id ? -1 : 1));
}

/**
 * Rocket.Chat was asked for open rooms only, so that here a room which says nothing is open. Of one that was read by its
 * id the contrary holds: see `isClosed`.
 */
function saysItIsClosed({ isOpen, closedAt }: Partial<ILivechatRoom>): boolean {
  return isOpen === false || (closedAt ?? null) !== null;
}

function ageOf({ createdAt }: ILivechatRoom): number {
  return createdAt ? new Date(createdAt).getTime() : 0;
}
