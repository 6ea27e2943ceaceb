import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import { association, toRecord } from '../core/records/association';
import { listed } from '../core/text';
import type { Conversation } from './conversations/conversations';
import { formerUntil } from './conversations/conversations';
import { visitorOf } from './visitor';
import { isBareRoom, readWhatsappRoom } from './whatsappRoom';

/**
 * The open room of a conversation, or undefined. Two instances that handled a customer's first messages at the same
 * moment may have created two rooms: every instance uses the older one.
 */
export async function findOpenRoom(host: Host, conversation: Conversation): Promise<ILivechatRoom | undefined> {
  return (await findOpenRooms(host, conversation))[0];
}

/** All open rooms of a conversation, oldest first; there should be one at most. */
export async function findOpenRooms(host: Host, conversation: Conversation): Promise<ILivechatRoom[]> {
  return (await openRoomsOfVisitor(host, conversation)).filter((room) => belongsTo(room, conversation, host.app.id));
}

/** An open room of the conversation's own visitor that Rocket.Chat created by itself. It can belong to nobody else. */
export async function findBareRoom(host: Host, conversation: Conversation): Promise<ILivechatRoom | undefined> {
  return (await openRoomsOfVisitor(host, conversation)).find((room) => isBareRoom(room, host.app.id));
}

/** Rooms of all channels, numbers and apps. Visitors that earlier versions took over have such rooms. */
async function openRoomsOfVisitor(host: Host, conversation: Conversation): Promise<ILivechatRoom[]> {
  const rooms = listed(await host.read.getLivechatReader().getLivechatRooms(visitorOf(conversation)));
  return rooms.filter((room) => !saysItIsClosed(room)).sort((a, b) => ageOf(a) - ageOf(b) || (a.id < b.id ? -1 : 1));
}

/**
 * The number alone is not enough, because a visitor may represent two customers. Older rooms use another id for a
 * customer.
 */
function belongsTo(room: ILivechatRoom, conversation: Conversation, appId: string): boolean {
  const owner = readWhatsappRoom(room, appId);
  const isCustomer = (id: string) =>
    id === conversation.customer || (conversation.ids.includes(id) && formerUntil(conversation, id) === undefined);
  return owner?.number === conversation.number && isCustomer(owner.customer);
}

/**
 * Only open rooms were requested from Rocket.Chat, so a room without the flag is open here. For a room that was read by
 * its id it is the other way round: see `isClosed`.
 */
function saysItIsClosed({ isOpen, closedAt }: Partial<ILivechatRoom>): boolean {
  return isOpen === false || (closedAt ?? null) !== null;
}

function ageOf({ createdAt }: ILivechatRoom): number {
  return createdAt ? new Date(createdAt).getTime() : 0;
}

/** When a conversation is closed, the server removes its `open` flag instead of setting it to false. */
const closedSchema = v.object({ type: v.literal(RoomType.LIVE_CHAT), isOpen: v.nullish(v.literal(false)) });

/** Whether a conversation is closed, so that Rocket.Chat lets nobody write in it. */
export function isClosed(room: IRoom): room is ILivechatRoom {
  return v.is(closedSchema, room);
}

const openRoomSchema = v.object({ kind: v.literal('room'), roomId: v.string() });

/**
 * Records a room that the app created, because the engine has no list of an app's rooms. Recording it twice gives one
 * record.
 */
export async function noteOpenRoom(host: Host, roomId: string): Promise<void> {
  await host.persistence.createWithAssociations(toRecord({ kind: 'room', roomId }), [
    association('open'),
    association('room', roomId),
  ]);
}

/** The ids of the app's rooms that, as far as the app knows, are not closed. */
export async function readOpenRooms(host: Host): Promise<string[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('open'));
  const ids = records.flatMap((record) => {
    const parsed = v.safeParse(openRoomSchema, record);
    return parsed.success ? [parsed.output.roomId] : [];
  });
  return [...new Set(ids)];
}

/** Called when a room was closed or no longer exists. */
export async function forgetOpenRoom(host: Host, roomId: string): Promise<void> {
  await host.persistence.removeByAssociation(association('room', roomId));
}
