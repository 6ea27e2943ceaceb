import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import { readWhatsappRoom } from './readWhatsappRoom';
import { visitorOf } from './visitorOf';

/** All open rooms of a conversation, oldest first; there should be one at most. */
export async function findOpenRooms(
  host: Host,
  conversation: Conversation,
  visitor: IVisitor = visitorOf(conversation),
): Promise<ILivechatRoom[]> {
  const rooms = await host.read.getLivechatReader().getLivechatRooms(visitor);
  return rooms
    .filter((room) => readWhatsappRoom(room, host.app.id)?.number === conversation.number && room.isOpen)
    .sort((a, b) => ageOf(a) - ageOf(b) || (a.id < b.id ? -1 : 1));
}

function ageOf({ createdAt }: ILivechatRoom): number {
  return createdAt ? new Date(createdAt).getTime() : 0;
}
