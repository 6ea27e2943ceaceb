import { createTargetedRoom } from './createTargetedRoom';
import { findOpenRoom } from './findOpenRoom';
import { meetAgain } from './meetAgain';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { verifyContact } from './verifyContact';

/** The room of a conversation, and whether it was made just now. */
export interface OpenRoom {
  room: ILivechatRoom;
  isNew: boolean;
}

/**
 * The open room of a customer with this number, made when there is none. Looked up for every message: a message into a
 * closed room would silently make a bare room without source and number (Rocket.Chat's livechat bridge).
 *
 * @param lookedUp the open room where it was looked up just now; null where there is none
 * @param isFirst the customer has just been registered: there is nothing to look up
 * @throws what Rocket.Chat refuses with: no agent online, Omnichannel off, contact blocked, another app said no
 */
export async function openRoom(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
  { lookedUp, isFirst }: { lookedUp?: ILivechatRoom | null; isFirst?: boolean } = {},
): Promise<OpenRoom> {
  const room = lookedUp === undefined ? await findOpenRoom(host, conversation) : lookedUp;
  if (room) {
    return { room, isNew: false };
  }
  const met = isFirst ? conversation : await meetAgain(host, number, conversation);
  const created = await createTargetedRoom(host, number, met);
  await verifyContact(host, created, met);
  return { room: created, isNew: true };
}
