import type { Buffer } from 'buffer';
import * as v from 'valibot';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { encodeForm } from './encodeForm';
import { readSuccess } from './readSuccess';
import { timeouts } from './timeouts';

const uploadedSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.nonEmpty()),
});

/**
 * Brings a file to Meta and gives its media id, which any message of this number may use for 30 days. Uploading twice shows
 * nobody anything, so a failure may be repeated.
 * @throws AppError as every call
 */
export async function uploadMedia(
  connection: Connection,
  file: { content: Buffer; mimeType: string; fileName: string },
): Promise<string> {
  const body = encodeForm({ messaging_product: 'whatsapp', type: file.mimeType }, { field: 'file', ...file });
  const call = { method: 'post', path: '/media', body, timeout: timeouts.media } as const;
  return readSuccess(connection, uploadedSchema, await callDialog360(connection, call)).id;
}
