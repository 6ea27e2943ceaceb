import { WorkspaceError } from '../WorkspaceError';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserReference } from '../documents/UserReference';
import type { LivechatParts } from './LivechatParts';

interface Hold {
  by: UserReference;
  comment: string;
}

/**
 * Puts a conversation on hold, or takes it off. Apps hear of neither by an event of its own, but by the system message
 * (`omnichannel.internalService.ts`). Its agent keeps it.
 *
 * @throws WorkspaceError, with the real server's code, where that cannot be
 */
export async function holdRoom(parts: LivechatParts, room: RoomDocument, { by, comment }: Hold): Promise<RoomDocument> {
  if (!room.open) throw new WorkspaceError('error-room-already-closed');
  if (room.onHold) throw new WorkspaceError('error-room-is-already-on-hold');
  if (!room.servedBy) throw new WorkspaceError('error-unserved-rooms-cannot-be-placed-onhold');
  return change(parts, room, true, 'omnichannel_placed_chat_on_hold', { by, comment });
}

export async function resumeRoom(
  parts: LivechatParts,
  room: RoomDocument,
  { by, comment }: Hold,
): Promise<RoomDocument> {
  if (!room.open) throw new WorkspaceError('This_conversation_is_already_closed');
  if (!room.onHold) throw new WorkspaceError('error-room-not-on-hold');
  return change(parts, room, undefined, 'omnichannel_on_hold_chat_resumed', { by, comment });
}

async function change(
  { store, messages, events }: LivechatParts,
  room: RoomDocument,
  onHold: true | undefined,
  type: string,
  { by, comment }: Hold,
): Promise<RoomDocument> {
  store.rooms.put({ ...room, onHold, _updatedAt: new Date() });
  const { _id, username, name } = by;
  await messages.sendSystem(room._id, type, { _id, username, name }, { comment });
  const changed = store.rooms.get(room._id) ?? room;
  events.publish({ type: 'room', room: changed, audience: { kind: 'room', rid: room._id } });
  return changed;
}
