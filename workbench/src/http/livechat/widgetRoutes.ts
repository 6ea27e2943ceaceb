import * as v from 'valibot';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import type { VisitorDocument } from '../../workspace/documents/VisitorDocument';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { success } from '../success';

const Registration = v.object({
  visitor: v.object({
    token: v.pipe(v.string(), v.trim(), v.nonEmpty()),
    id: v.optional(v.string()),
    name: v.optional(v.string()),
    email: v.optional(v.string()),
    phone: v.optional(v.string()),
    username: v.optional(v.string()),
    department: v.optional(v.string()),
  }),
});
const Token = v.object({ token: v.string() });
const Message = v.object({ token: v.string(), rid: v.string(), msg: v.string() });

/**
 * What the chat widget of a website does, without any sign-in: whoever has a visitor's token is that visitor. Registering
 * with somebody's phone gives the visitor that has it, token included (real server, 8.3: `livechat/server/api/v1`).
 */
export function widgetRoutes({ workspace }: HttpContext): Route[] {
  const { visitors, livechat, rooms, messages } = workspace;
  const source = { type: 'widget' } as const;
  const guest = (token: string): VisitorDocument => {
    const visitor = visitors.findByToken(token);
    if (!visitor) throw HttpError.failure('invalid-token', 'invalid-token');
    return visitor;
  };
  const roomOf = (token: string, rid: string | undefined): RoomDocument => {
    const room = rooms.find(rid ?? '');
    if (room?.v?.token !== token) throw HttpError.failure('invalid-room', 'invalid-room');
    return room;
  };
  return [
    {
      method: 'post',
      path: '/api/v1/livechat/visitor',
      access: 'anyone',
      handle: ({ body }) => success({ visitor: visitors.register(parse(Registration, body).visitor) }),
    },
    {
      method: 'get',
      path: '/api/v1/livechat/visitor/:token',
      access: 'anyone',
      handle: ({ params }) => success({ visitor: guest(params.token ?? '') }),
    },
    {
      method: 'get',
      path: '/api/v1/livechat/room',
      access: 'anyone',
      async handle({ query }) {
        const visitor = guest(parse(Token, query).token);
        const [open] = livechat.openRoomsOfVisitor(visitor.token);
        return success({ room: open ?? (await livechat.request({ visitor, source })), newRoom: !open });
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/message',
      access: 'anyone',
      async handle({ body }) {
        const { token, rid, msg } = parse(Message, body);
        const visitor = guest(token);
        roomOf(token, rid);
        return success({ message: await livechat.sendMessage(visitor, { rid, msg }, source) });
      },
    },
    {
      method: 'get',
      path: '/api/v1/livechat/messages.history/:rid',
      access: 'anyone',
      handle({ params, query }) {
        const room = roomOf(guest(parse(Token, query).token).token, params.rid);
        return success({ messages: messages.history(room._id).messages });
      },
    },
  ];
}
