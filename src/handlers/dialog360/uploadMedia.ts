import { Buffer } from 'buffer';
import { randomUUID } from 'crypto';
import * as v from 'valibot';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';

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

interface FormFile {
  field: string;
  fileName: string;
  mimeType: string;
  content: Buffer;
}

/**
 * A `multipart/form-data` body: text fields, then one file. Names are escaped as browsers do (RFC 7578, WHATWG HTML), so
 * that no file name can end its own header.
 */
export function encodeForm(fields: Record<string, string>, file: FormFile): { content: Buffer; type: string } {
  const boundary = `form-${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"\r\n\r\n${value}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${escape(file.field)}"; filename="${escape(file.fileName)}"\r\n` +
    `Content-Type: ${file.mimeType.replace(/[\r\n]/g, ' ')}\r\n\r\n`;
  return {
    content: Buffer.concat([Buffer.from(texts.join('') + head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function escape(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
