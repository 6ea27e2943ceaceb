import * as v from 'valibot';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import { hasPermission } from '../access/permissions';
import { roomForReading } from '../access/roomForReading';
import { listOf, Page, parse } from '../body/parse';
import type { Call, HttpContext, Route } from '../Route';
import { success } from '../Route';
import { HttpError } from '../HttpError';

const List = v.object({
  ...Page.entries,
  agents: v.optional(listOf(v.string())),
  departmentId: v.optional(v.string()),
  open: v.optional(v.picklist(['true', 'false'])),
});

const Close = v.object({ rid: v.string(), comment: v.optional(v.string()), tags: v.optional(v.array(v.string())) });

const Hold = v.object({ roomId: v.string() });

const Forward = v.object({
  roomId: v.string(),
  userId: v.optional(v.string()),
  departmentId: v.optional(v.string()),
  comment: v.optional(v.string()),
});

/** Conversations with customers: listing, transferring and closing them. */
export function conversationRoutes({ workspace }: HttpContext): Route[] {
  const conversation = ({ user }: Call, rid: string): RoomDocument => {
    const room = workspace.rooms.find(rid);
    if (room?.t !== 'l') throw HttpError.failure('Invalid room', 'error-invalid-room');
    return roomForReading(workspace, user, { rid });
  };
  return [
    {
      method: 'get',
      path: '/api/v1/livechat/rooms',
      access: 'view-l-room',
      handle({ user, query }) {
        const { agents, departmentId, open, ...page } = parse(List, query);
        const own = agents?.length === 1 && agents[0] === user._id;
        if (!own && !hasPermission(user, 'view-livechat-rooms')) throw HttpError.forbidden();
        const { rooms, total } = workspace.livechat.list({
          ...page,
          ...(agents && { agentIds: agents }),
          ...(departmentId && { departmentId }),
          ...(open && { open: open === 'true' }),
        });
        return success({ rooms, count: rooms.length, offset: page.offset, total });
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/room.closeByUser',
      access: 'close-livechat-room',
      async handle(call) {
        const { rid, comment, tags } = parse(Close, call.body);
        const room = conversation(call, rid);
        const own = room.servedBy?._id === call.user._id;
        if (!own && !hasPermission(call.user, 'close-others-livechat-room')) {
          throw HttpError.failure('Not authorized', 'error-not-authorized');
        }
        await workspace.livechat.close(rid, { user: call.user }, { comment, tags, clientAction: true });
        return success();
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/room.onHold',
      access: 'view-l-room',
      async handle(call) {
        const { roomId } = parse(Hold, call.body);
        conversation(call, roomId);
        await workspace.livechat.hold(roomId, call.user, `${call.user.name} placed it on hold`);
        return success();
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/room.resumeOnHold',
      access: 'view-l-room',
      async handle(call) {
        const { roomId } = parse(Hold, call.body);
        conversation(call, roomId);
        await workspace.livechat.resume(roomId, call.user, `${call.user.name} resumed it`);
        return success();
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/room.forward',
      access: 'transfer-livechat-guest',
      async handle(call) {
        const { roomId, userId, departmentId, comment } = parse(Forward, call.body);
        conversation(call, roomId);
        const toUser = userId ? workspace.users.find(userId) : undefined;
        if (!toUser && !departmentId) throw HttpError.failure('Invalid user', 'error-invalid-user');
        const { _id, username, name } = call.user;
        const forwarded = await workspace.livechat.transfer(roomId, {
          ...(toUser ? { toUser } : { toDepartmentId: departmentId }),
          comment,
          by: { _id, username, name, userType: 'agent' },
        });
        if (!forwarded) throw HttpError.failure('Error forwarding chat', 'error-forwarding-chat');
        return success();
      },
    },
  ];
}
