import type { Response } from 'express';
import * as v from 'valibot';
import { RateLimiter } from '../access/RateLimiter';
import { parse } from '../body/parse';
import { receiveFile } from '../body/receiveFile';
import type { OpenCall } from '../Call';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { sendError } from '../sendError';
import { success } from '../success';

const Fields = v.object({ description: v.optional(v.string()) });

const refusal = (reason: string) => new HttpError(400, { success: false, reason });
const forbidden = () => new HttpError(403, { success: false, error: 'forbidden' });

/** What visitors may do by themselves, known by their token: the livechat widget uploads files so. */
export function visitorRoutes({ workspace }: HttpContext): Route[] {
  const { settings, visitors, rooms, uploads } = workspace;
  const limiter = new RateLimiter(settings);

  /** As on the real server everything but the file itself is looked at before the body is read. */
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
    // A conversation that was closed while the file came has the file and no message: the real answer is `false` then.
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
