import type { Buffer } from 'buffer';
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { AppError } from '../errors/AppError';
import type { Problem } from '../errors/Problem';
import type { Result } from '../errors/Result';
import type { Host } from '../Host';
import { findFile } from './findFile';
import type { PostedFile } from './PostedFile';
import { readUploadRefusal } from './readUploadRefusal';

/** Others may have written since the file was posted, but not many. */
const NEWEST = 25;

/**
 * Stores a file, which posts it into the room in the customer's name: one round trip, one more to find its message,
 * because Rocket.Chat only tells the file's own id.
 *
 * @returns not ok when the workspace does not take such a file; ok without a message when Rocket.Chat stored it and
 *   posted none, as it does for a room that was closed meanwhile
 * @throws AppError `media:notStored` for every other failure
 */
export async function storeFile(
  host: Host,
  { room, visitor }: { room: ILivechatRoom; visitor: IVisitor },
  { bytes, name }: { bytes: Buffer; name: string },
): Promise<Result<PostedFile | undefined>> {
  const uploads = host.modify.getCreator().getUploadCreator();
  const file = { filename: name, room, visitorToken: visitor.token };
  const stored = await uploads.uploadBuffer(bytes, file).catch((error: unknown) => explain(host, error));
  return 'key' in stored
    ? { ok: false, error: stored }
    : { ok: true, value: await findFile(host, room, NEWEST, (message) => message.file._id === stored.id) };
}

function explain(host: Host, error: unknown): Problem {
  const refusal = readUploadRefusal(error);
  if (refusal) {
    return refusal;
  }
  host.logger.error('A file of a customer could not be stored:', String(error));
  throw new AppError({ kind: 'unreachable', retry: 'later', key: 'media:notStored', cause: error });
}
