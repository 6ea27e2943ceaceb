import type { Response } from 'express';
import * as v from 'valibot';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import type { VisitorDocument } from '../../workspace/documents/VisitorDocument';
import { RateLimiter } from '../access/RateLimiter';
import { parse } from '../body/parse';
import { receiveFile } from '../body/receiveFile';
import { HttpError, sendError } from '../HttpError';
import type { HttpContext, OpenCall, Route } from '../Route';
import { success } from '../Route';

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
 * The endpoints of a website's chat widget, without a login: the holder of a visitor's token is that visitor.
 * Registering with a phone returns the visitor with that phone, including its token (real server, 8.3:
 * `livechat/server/api/v1`).
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

const Fields = v.object({ description: v.optional(v.string()) });

const refusal = (reason: string) => new HttpError(400, { success: false, reason });
const forbidden = () => new HttpError(403, { success: false, error: 'forbidden' });

/** Actions of visitors, who are identified by their token. The livechat widget uploads files this way. */
export function visitorRoutes({ workspace }: HttpContext): Route[] {
  const { settings, visitors, rooms, uploads } = workspace;
  const limiter = new RateLimiter(settings);

  /** As on the real server, everything except the file itself is checked before the body is read. */
  async function upload({ params, request }: OpenCall, response: Response): Promise<void> {
    const wait = limiter.take(request.ip ?? '');
    if (wait !== undefined) throw HttpError.tooMany(wait);
    const token = request.get('x-visitor-token');
    if (!token) throw forbidden();
    if (!settings.boolean('Livechat_fileupload_enabled') || !settings.boolean('FileUpload_Enabled')) {
      throw refusal('error-file-upload-disabled');
    }
    const visitor = visitors.findByToken(token);
    const room = rooms.find(params.rid ?? '');
    if (!visitor || !room?.open || room.v?.token !== token) throw forbidden();
    const { fields, ...file } = await receiveFile(request, response);
    if (!uploads.accepts(file.type)) throw refusal('error-type-not-allowed');
    const { description } = parse(Fields, fields);
    const { message } = await uploads.storeAndPost({ ...file, rid: room._id, by: { visitor }, description });
    // If the conversation is closed during the upload, the file is stored without a message, and the real server
    // answers `false`.
    response.json(message ? success({ ...message, newRoom: false, showConnecting: false }) : false);
  }

  return [
    {
      method: 'post',
      path: '/api/v1/livechat/upload/:rid',
      access: 'anyone',
      respond: (call, response) => upload(call, response).catch((error: unknown) => sendError(error, response)),
    },
  ];
}
