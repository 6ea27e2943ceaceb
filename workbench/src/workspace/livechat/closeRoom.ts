import { WorkspaceError } from '../WorkspaceError';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';
import type { LivechatParts } from './LivechatParts';
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
    // Whoever is not in the client cannot be asked for a tag: then those of the department have to do, or none will.
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
