import * as v from 'valibot';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { readSuccess } from './readSuccess';
import { timeouts } from './timeouts';
import { withoutMediaRetries } from './withoutMediaRetries';

const mediaSchema = v.object({
  url: v.pipe(v.string(), v.nonEmpty()),
  mime_type: v.fallback(v.optional(v.string()), undefined),
  sha256: v.fallback(v.optional(v.string()), undefined),
  file_size: v.fallback(
    v.optional(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0))),
    undefined,
  ),
});

/** A file at Meta. */
interface Media {
  /** Works for five minutes; `downloadMedia` knows how to use it. */
  url: string;
  mimeType?: string;
  /** As it came: in hexadecimal, as a rule (a webhook writes it in base64). */
  sha256?: string;
  /** In bytes. */
  fileSize?: number;
}

/**
 * What is known of a file, by the id of a webhook (lives 7 days) or of an upload (30 days).
 * @throws AppError as every call; `errors:notFound` for an id that is unknown or too old
 */
export async function readMedia(connection: Connection, id: string): Promise<Media> {
  const call = { method: 'get', path: `/${encodeURIComponent(id)}`, timeout: timeouts.read } as const;
  const response = await withoutMediaRetries(connection, () => callDialog360(connection, call));
  const media = readSuccess(connection, mediaSchema, response);
  return { url: media.url, mimeType: media.mime_type, sha256: media.sha256, fileSize: media.file_size };
}
