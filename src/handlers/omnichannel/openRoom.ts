import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { readWhatsappRoom, whatsappRoomFields } from './readWhatsappRoom';
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

/**
 * The open room of a conversation, or undefined. Two instances that took a customer's first messages at the same moment
 * may have made two: the older one counts, on every instance.
 */
export async function findOpenRoom(
  host: Host,
  conversation: Conversation,
  visitor: IVisitor = visitorOf(conversation),
): Promise<ILivechatRoom | undefined> {
  return (await findOpenRooms(host, conversation, visitor))[0];
}

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

/** The visitor as Rocket.Chat's accessors take it; the number's department goes along, it decides who gets the room. */
export function visitorOf({ visitor, waId }: Conversation, number?: ConnectedNumber): IVisitor {
  return {
    ...visitor,
    phone: waId ? [{ phoneNumber: `+${waId}` }] : [],
    department: number?.departmentId,
  };
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
