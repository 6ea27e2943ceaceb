import type { Buffer } from 'buffer';
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import * as v from 'valibot';
import { AppError } from '../errors/AppError';
import { reasonOf } from '../errors/reasonOf';
import type { Host } from '../Host';
import { isClosed } from '../omnichannel/isClosed';
import { findFile } from './findFile';
import type { PostedFile } from './PostedFile';
import { readUploadRefusal } from './readUploadRefusal';

/** A host that does not tell the file's id has stored it all the same: it is then known by its name. */
const uploadSchema = v.object({ id: v.string() });

/** Others may have written since the file was posted, but not many. */
const NEWEST = 25;

/**
 * Stores a file through the engine, which posts it into the room in the customer's name: one round trip, one more to find
 * its message, because Rocket.Chat only tells the file's own id.
 *
 * @returns undefined when the room was closed meanwhile: Rocket.Chat refuses the file then, or stores it and posts no
 *   message; where nobody may look it counts as posted
 * @throws AppError when the workspace does not take such a file, and `media:notStored` for every other failure
 */
export async function storeByEngine(
  host: Host,
  { room, visitor }: { room: ILivechatRoom; visitor: IVisitor },
  { bytes, name }: { bytes: Buffer; name: string },
): Promise<PostedFile | undefined> {
  const uploads = host.modify.getCreator().getUploadCreator();
  const file = { filename: name, room, visitorToken: visitor.token };
  let upload: unknown;
  try {
    upload = await uploads.uploadBuffer(lighten(bytes), file);
  } catch (error) {
    const now = readUploadRefusal(error) ? undefined : await host.read.getRoomReader().getById(room.id);
    if (now && isClosed(now)) {
      return undefined;
    }
    explain(error);
  }
  const parsed = v.safeParse(uploadSchema, upload);
  const posted = await findFile(host, room, NEWEST, (message) =>
    parsed.success ? message.file._id === parsed.output.id : message.file.name === name,
  );
  return posted ?? (host.memory.lacks.has('getMessages') ? { storedAt: Date.now() } : undefined);
}

/**
 * The engine's wire (jsonrpc-lite) writes every request as JSON once, only to see that it can, and a Buffer as JSON is a
 * list of numbers: gigabytes for a large file. The bytes themselves travel in msgpack, which does not ask for this.
 */
function lighten(bytes: Buffer): Buffer {
  return Object.defineProperty(bytes, 'toJSON', { value: () => null });
}

function explain(error: unknown): never {
  const refusal = readUploadRefusal(error);
  if (refusal) {
    throw new AppError({ kind: 'refused', retry: 'no', ...refusal });
  }
  const details = reasonOf(error);
  throw new AppError({
    kind: 'unreachable',
    retry: 'later',
    key: 'media:notStored',
    params: { details },
    cause: error,
  });
}
