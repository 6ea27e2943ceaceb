import type { Buffer } from 'buffer';
import * as v from 'valibot';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';

const uploadedSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.nonEmpty()),
});

/**
 * Uploads a file to Meta and returns its media id, which any message of this number may use for 30 days. A second
 * upload has no visible effect, so it may be retried after a failure.
 * @throws AppError as every call
 */
export async function uploadMedia(
  connection: Connection,
  file: { content: Buffer; mimeType: string; fileName: string },
): Promise<string> {
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('type', file.mimeType);
  form.append('file', new Blob([new Uint8Array(file.content)], { type: file.mimeType }), file.fileName);
  const call = { method: 'post', path: '/media', form, timeout: timeouts.media } as const;
  return readSuccess(connection, uploadedSchema, await callDialog360(connection, call)).id;
}
