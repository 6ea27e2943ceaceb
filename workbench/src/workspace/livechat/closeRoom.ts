import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument, UserReference } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';
import { WorkspaceError } from '../WorkspaceError';
import type { LivechatParts } from './Livechat';
import type { ClosingOptions } from './LivechatRooms';

/**
 * Closes a conversation: the inquiry and the memberships go, a closing line stays, apps hear of it.
 * @throws WorkspaceError, with the real server's code, when it is closed already or a comment or a tag is missing
 */
export async function closeRoom(
  parts: LivechatParts,
  rid: string,
  by: { user: UserDocument } | { visitor: VisitorDocument },
  { comment, tags, clientAction = false }: ClosingOptions,
): Promise<RoomDocument> {
  const { store, inquiries, messages, events, settings, departments } = parts;
  const closer = 'user' in by ? by.user : by.visitor;
  const closed = store.transaction(() => {
    const room = store.rooms.get(rid);
    if (!room?.open) throw new WorkspaceError('error-room-closed');
    if (settings.boolean('Livechat_request_comment_when_closing_conversation') && !comment?.trim()) {
      throw new WorkspaceError('error-comment-is-required');
    }
    const ownTags = [...(room.tags ?? []), ...(tags ?? [])];
    const department = room.departmentId === undefined ? undefined : departments.find(room.departmentId);
    const allTags = [...new Set([...ownTags, ...(department?.chatClosingTags ?? [])])];
    // Only the client can ask for a tag. Elsewhere the tags of the department must suffice, or closing is refused.
    const isTagged = (!clientAction || ownTags.length > 0) && Boolean(department?.chatClosingTags?.length);
    if (department?.requestTagBeforeClosingChat && !isTagged) {
      throw new WorkspaceError('error-tags-must-be-assigned-before-closing-chat');
    }
    const inquiry = inquiries.findByRoom(rid);
    if (inquiry) inquiries.remove(inquiry);
    store.subscriptions.deleteWhere('rid = ?', rid);
    const { open: _, waitingResponse: __, ...rest } = room;
    return store.rooms.put({
      ...rest,
      closedAt: new Date(),
      closer: 'user' in by ? 'user' : 'visitor',
      closedBy: { _id: closer._id, username: closer.username },
      ...(comment !== undefined && { closingMessage: comment }),
      ...(allTags.length > 0 && { tags: allTags }),
      _updatedAt: new Date(),
    });
  });
  await messages.sendSystem(
    rid,
    'livechat-close',
    { _id: closer._id, username: closer.username },
    { msg: comment ?? '', ...('visitor' in by && { token: by.visitor.token }) },
  );
  const room = store.rooms.get(rid) ?? closed;
  events.publish({ type: 'room', room, audience: { kind: 'room', rid } });
  parts.apps().livechatRoomClosed(room);
  return room;
}

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
