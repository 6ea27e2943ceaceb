import * as v from 'valibot';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import { roomForReading } from '../access/roomForReading';
import { cut, Page, parse } from '../body/parse';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

const WhichRoom = v.object({ roomId: v.optional(v.string()), roomName: v.optional(v.string()) });
const Read = v.object({ rid: v.optional(v.string()), roomId: v.optional(v.string()) });
const Since = v.object({
  updatedSince: v.optional(
    v.pipe(
      v.string(),
      v.isoTimestamp(),
      v.transform((text) => new Date(text)),
    ),
  ),
});

/** Rooms of a user. The lists by kind of room use Rocket.Chat's field names. */
export function roomRoutes({ workspace }: HttpContext): Route[] {
  const listOfKind = (path: string, field: string, t: RoomDocument['t']): Route => ({
    method: 'get',
    path,
    access: 'signed-in',
    handle({ user, query }) {
      const rooms = workspace.rooms.listFor(user).filter((room) => room.t === t);
      const { items, ...figures } = cut(rooms, parse(Page, query));
      return success({ [field]: items, ...figures });
    },
  });
  return [
    {
      method: 'get',
      path: '/api/v1/rooms.get',
      access: 'signed-in',
      handle({ user, query }) {
        const { updatedSince } = parse(Since, query);
        const rooms = workspace.rooms.listFor(user);
        const update = updatedSince ? rooms.filter(({ _updatedAt }) => _updatedAt >= updatedSince) : rooms;
        return success({ update, remove: [] });
      },
    },
    {
      method: 'get',
      path: '/api/v1/rooms.info',
      access: 'signed-in',
      handle({ user, query }) {
        const { roomId, roomName } = parse(WhichRoom, query);
        return success({ room: roomForReading(workspace, user, { rid: roomId, name: roomName }) });
      },
    },
    {
      method: 'get',
      path: '/api/v1/subscriptions.getOne',
      access: 'signed-in',
      handle({ user, query }) {
        const { roomId } = parse(WhichRoom, query);
        const room = roomForReading(workspace, user, { rid: roomId });
        return success({ subscription: workspace.rooms.subscription(room._id, user._id) ?? null });
      },
    },
    {
      method: 'post',
      path: '/api/v1/subscriptions.read',
      access: 'signed-in',
      handle({ user, body }) {
        const { rid, roomId } = parse(Read, body);
        const room = roomForReading(workspace, user, { rid: rid ?? roomId });
        workspace.rooms.markRead(room._id, user._id);
        // Each browser window keeps its own count; the user's other windows are told that the room was read.
        const audience = { kind: 'user', userId: user._id } as const;
        workspace.events.publish({ type: 'room-read', rid: room._id, audience });
        return success();
      },
    },
    listOfKind('/api/v1/channels.list.joined', 'channels', 'c'),
    listOfKind('/api/v1/groups.list', 'groups', 'p'),
    listOfKind('/api/v1/im.list', 'ims', 'd'),
  ];
}
