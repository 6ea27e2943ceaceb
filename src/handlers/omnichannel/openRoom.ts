import { visitorOf } from './visitorOf';
import { findOpenRoom } from './findOpenRoom';
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { whatsappRoomFields } from './whatsappRoomFields';
import { verifyContact } from './verifyContact';

/** The name under which Rocket.Chat asks our icon endpoint for the channel's icon. */
const ICON = 'whatsapp';

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
 * @throws what Rocket.Chat refuses with: no agent online, Omnichannel off, contact blocked, another app said no
 */
export async function openRoom(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
  lookedUp?: ILivechatRoom | null,
): Promise<OpenRoom> {
  const visitor = visitorOf(conversation, number);
  const room = lookedUp === undefined ? await findOpenRoom(host, conversation, visitor) : lookedUp;
  if (room) {
    return { room, isNew: false };
  }
  const created = await createRoom(host, number, conversation, visitor);
  await verifyContact(host, created, conversation);
  return { room: created, isNew: true };
}

async function createRoom(
  host: Host,
  number: ConnectedNumber,
  { customer }: Conversation,
  visitor: IVisitor,
): Promise<ILivechatRoom> {
  const address = `+${number.digits}`;
  // @ts-expect-error -- the accessor takes a room without an agent (the routing then chooses), its type does not say so
  const routed: IUser = undefined;
  return host.modify
    .getCreator()
    .getLivechatCreator()
    .createRoom(visitor, routed, {
      source: {
        type: OmnichannelSourceType.APP,
        label: address,
        destination: address,
        sidebarIcon: ICON,
        defaultIcon: ICON,
      },
      customFields: whatsappRoomFields({ number: number.digits, customer }),
    });
}
