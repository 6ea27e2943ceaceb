import type { Buffer } from 'buffer';
import * as v from 'valibot';
import type { IMessageFile } from '@rocket.chat/apps-engine/definition/messages';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { showSize } from '../media/showSize';
import { weights } from '../media/weights';
import { readSandbox } from '../sandbox';
import { translatorOf } from '../translation/translatorOf';

/** Rocket.Chat tells it with the message, which the engine's types do not know; older messages are without. */
const sizedSchema = v.object({ size: v.number() });

/**
 * The bytes of a file that an agent sent. One that is too large is not even asked for: an engine that speaks msgpack would
 * take the app for dead over it, start it again, and the next one who looks for unsent messages would ask for it once more.
 *
 * @throws AppError `errors:fileTooHeavy`
 */
export async function loadUpload(host: Host, file: IMessageFile): Promise<Buffer> {
  const uploads = host.read.getUploadReader();
  const told = v.safeParse(sizedSchema, file);
  const size = told.success ? told.output.size : Number((await uploads.getById(file._id)).size);
  const most = readSandbox().wire === 'ipc' ? weights.mostIntoAppByIpc : weights.mostIntoApp;
  if (size > most) {
    const t = await translatorOf(host);
    const params = { size: showSize(size, t), limit: showSize(most, t) };
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:fileTooHeavy', params });
  }
  return uploads.getBufferById(file._id);
}
