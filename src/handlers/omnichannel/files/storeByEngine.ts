import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Buffer } from 'buffer';
import * as v from 'valibot';
import { AppError } from '../../core/errors/AppError';
import type { Problem } from '../../core/errors/AppError';
import { reasonOf } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { isClosed } from '../findOpenRoom';
import type { PostedFile } from './findFile';
import { findFile } from './findFile';

/** A host may store the file and return no id. The file is then found by its name. */
const uploadSchema = v.object({ id: v.string() });

/** The number of messages that are searched; few can come between the upload and the search. */
const NEWEST = 25;

/**
 * Stores a file through the engine, which posts it into the room in the customer's name: one round trip, one more to
 * find its message, because Rocket.Chat only tells the file's own id.
 *
 * @returns undefined when the room was closed meanwhile: Rocket.Chat then refuses the file, or stores it without a
 * message. If the app may not search the room, the file counts as posted
 * @throws AppError when the workspace does not accept such a file, and `media:notStored` for every other failure
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
 * The engine (jsonrpc-lite) encodes every request as JSON once, only as a check, and a Buffer in JSON is a list of
 * numbers: gigabytes for a large file. The bytes themselves are sent in msgpack, which does not call this method.
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

/**
 * Rocket.Chat's reasons for refusing a file, by the names or the texts of its errors (`FileUpload.validateFileUpload`
 * of the server, and its livechat/upload). The engine may pass on only the text.
 */
const refusals: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/error-file-upload-disabled|file upload is disabled/i, 'media:workspaceOff'],
  [/error-direct-message-file-upload-not-allowed|not allowed in direct messages/i, 'media:workspaceDirectOff'],
  [/error-file-too-large|error-size-not-allowed|exceeds allowed size/i, 'media:workspaceTooLarge'],
  [/error-invalid-file-type|error-type-not-allowed|file type is not accepted/i, 'media:workspaceType'],
];

/** The workspace's final reason for refusing a file; undefined for every other failure. */
export function readUploadRefusal(error: unknown): Problem | undefined {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const key = refusals.find(([pattern]) => pattern.test(text))?.[1];
  return key === undefined ? undefined : { key };
}
