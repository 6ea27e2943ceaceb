import type { Request, Response } from 'express';
import * as v from 'valibot';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import { readCredentials, readVisitorCredentials } from '../access/identify';
import { roomForReading } from '../access/roomForReading';
import { parse } from '../body/parse';
import { receiveFile } from '../body/receiveFile';
import type { Call, HttpContext, OpenCall, Route } from '../Route';
import { success } from '../Route';
import { HttpError, sendError } from '../HttpError';

const Confirm = v.object({
  msg: v.optional(v.string()),
  description: v.optional(v.string()),
  tmid: v.optional(v.string()),
});

/** Files of rooms: uploading in Rocket.Chat's two steps, and downloading. */
export function uploadRoutes({ workspace }: HttpContext): Route[] {
  async function store({ user, params, request }: Call, response: Response): Promise<void> {
    const room = roomForReading(workspace, user, { rid: params.rid });
    const { bytes, name, type } = await receiveFile(request, response);
    const upload = await workspace.uploads.store({ bytes, name, rid: room._id, type, by: { user } });
    response.json(success({ file: { _id: upload._id, url: upload.url } }));
  }

  function fetch({ params, request }: OpenCall, response: Response): void {
    const upload = workspace.uploads.find(params.id ?? '');
    const room = upload?.rid ? workspace.rooms.find(upload.rid) : undefined;
    if (!mayFetch(request, room)) return void response.sendStatus(403);
    const bytes = upload && workspace.uploads.bytes(upload._id);
    if (!upload || !bytes) return void response.sendStatus(404);
    response.set({
      'Content-Type': upload.type,
      'Content-Disposition': `${'download' in request.query ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
    response.send(bytes);
  }

  /** Allows users who see the room, and the visitor of the conversation, open or closed. */
  function mayFetch(request: Request, room: RoomDocument | undefined): boolean {
    const visitor = readVisitorCredentials(request);
    if (room?.v && visitor?.rid === room._id && visitor.token === room.v.token) return true;
    const credentials = readCredentials(request);
    const user = credentials && workspace.users.authenticate(credentials.userId, credentials.token);
    return user !== undefined && (!room || workspace.rooms.maySee(user, room));
  }

  return [
    {
      method: 'post',
      path: '/api/v1/rooms.media/:rid',
      access: 'signed-in',
      respond: (call, response) => store(call, response).catch((error: unknown) => sendError(error, response)),
    },
    {
      method: 'post',
      path: '/api/v1/rooms.mediaConfirm/:rid/:fileId',
      access: 'signed-in',
      async handle({ user, params, body }) {
        const room = roomForReading(workspace, user, { rid: params.rid });
        const upload = workspace.uploads.find(params.fileId ?? '');
        if (!upload || upload.rid !== room._id) throw HttpError.failure('Invalid file', 'invalid-file');
        return success({ message: await workspace.uploads.confirm(user, upload._id, parse(Confirm, body)) });
      },
    },
    { method: 'get', path: '/file-upload/:id/:name', access: 'anyone', respond: fetch },
  ];
}
