import type { Buffer } from 'buffer';
import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import type { Result } from '../core/errors/AppError';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';
import { bytesOf } from './fetchDirectly';

const mediaSchema = v.object({
  url: v.pipe(v.string(), v.nonEmpty()),
  mime_type: v.fallback(v.optional(v.string()), undefined),
  sha256: v.fallback(v.optional(v.string()), undefined),
  file_size: v.fallback(
    v.optional(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0))),
    undefined,
  ),
});

/** What Meta tells about a file. */
interface Media {
  /** The address for `downloadMedia`, valid for five minutes. */
  url: string;
  mimeType?: string;
  /** The hash as it was received, usually in hexadecimal (webhooks write it in base64). */
  sha256?: string;
  /** The size in bytes. */
  fileSize?: number;
}

/**
 * Asks for a file by its id. An id of a webhook lives 7 days, that of an upload 30 days.
 * @throws AppError as every call; `errors:notFound` for an id that is unknown or too old
 */
export async function readMedia(connection: Connection, id: string): Promise<Media> {
  const call = { method: 'get', path: `/${encodeURIComponent(id)}`, timeout: timeouts.read } as const;
  const response = await withoutMediaRetries(connection, () => callDialog360(connection, call));
  const media = readSuccess(connection, mediaSchema, response);
  return { url: media.url, mimeType: media.mime_type, sha256: media.sha256, fileSize: media.file_size };
}

interface Limits {
  /** Bytes; larger files are refused. */
  maxSize?: number;
  /**
   * The size in bytes from `readMedia`. A file that is too large is not requested; a large one is requested in pieces.
   */
  fileSize?: number;
  /** Milliseconds for the whole download. */
  timeout?: number;
}

interface Download {
  /** The bytes in order. They stay in pieces, because joining them would hold them in memory twice. */
  pieces: Buffer[];
  /** Bytes. */
  size: number;
  /** The MIME type from the server, including parameters. */
  mimeType: string | undefined;
}

/**
 * Downloads a file from the `url` of `readMedia` or of a webhook. The host reads a whole answer before the app sees a
 * byte, so the size is checked twice: the announced size before the request, the real size after it.
 *
 * @throws AppError `errors:mediaTooLarge`, `errors:mediaHostUnexpected`, and as every call; never retry a 4xx
 */
export async function downloadMedia(connection: Connection, url: string, limits: Limits = {}): Promise<Download> {
  refuseLarger(limits.fileSize, limits);
  const address = rewriteMediaUrl(url, connection.baseUrl);
  if (!address.ok) {
    throw new AppError({ kind: 'refused', retry: 'no', ...address.error });
  }
  const { fileSize = 0, timeout = timeouts.media } = limits;
  const end = Date.now() + timeout;
  const first = await loadBytes(connection, address.value, { timeout, from: fileSize > PIECE ? 0 : undefined });
  const pieces = [first.bytes];
  let loaded = first.bytes.byteLength;
  while (first.isPiece && loaded < fileSize) {
    const left = Math.max(end - Date.now(), 1_000);
    const { bytes, isPiece } = await loadBytes(connection, address.value, { timeout: left, from: loaded });
    if (!isPiece || bytes.byteLength === 0) {
      // The answer is not a piece of the file. The hash check will find that something is missing.
      break;
    }
    pieces.push(bytes);
    loaded += bytes.byteLength;
  }
  refuseLarger(loaded, limits);
  return { pieces, size: loaded, mimeType: first.mimeType };
}

function refuseLarger(size: number | undefined, { maxSize }: Limits): void {
  if (size !== undefined && maxSize !== undefined && size > maxSize) {
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:mediaTooLarge', params: { size, maxSize } });
  }
}

/**
 * Bytes of one request. The engine copies all of an answer that has arrived with every few kilobytes that follow. One
 * answer of 64 MB blocks the sandbox for most of a minute, sixteen answers of 4 MB for a second.
 */
export const PIECE = 4 * 1024 * 1024;

/** A whole file, or the requested piece of it. */
interface LoadedBytes {
  bytes: Buffer;
  /** The MIME type from the server, including parameters. */
  mimeType: string | undefined;
  isPiece: boolean;
}

/**
 * Requests a file, or the piece of it that begins at `from`. A server without range requests sends all of it.
 *
 * @param timeout milliseconds
 * @throws AppError as every call; a 4xx is never to be retried
 */
export async function loadBytes(
  connection: Connection,
  path: string,
  { timeout, from }: { timeout: number; from?: number },
): Promise<LoadedBytes> {
  const headers: Record<string, string> =
    from === undefined ? {} : { Range: `bytes=${from}-${from + PIECE - 1}`, 'Accept-Encoding': 'identity' };
  const call = { method: 'get', path, headers, timeout, binary: true } as const;
  const response = await withoutMediaRetries(connection, () => callDialog360(connection, call));
  return {
    bytes: bytesOf(response.content),
    mimeType: response.headers?.['content-type'],
    isPiece: response.statusCode === 206,
  };
}

/**
 * Makes one request for a file. 360dialog blocks the media of a number for an hour after 5 failed requests in an hour.
 * Therefore a refused request is never repeated, and none is made near that limit.
 * Source: https://docs.360dialog.com/docs/messaging/media/media-download-limitation
 * @throws AppError the failure, with `retry: 'no'` for every 4xx; what `media.mayAsk` of the connection throws
 */
export async function withoutMediaRetries<Value>(
  { media }: Pick<Connection, 'media'>,
  attempt: () => Promise<Value>,
): Promise<Value> {
  await media?.mayAsk();
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof AppError) || error.status === undefined || error.status < 400) {
      throw error;
    }
    await media?.failed(error);
    throw error.status < 500 ? error.with({ retry: 'no', retryAfterMs: undefined }) : error;
  }
}

/** Meta's host for the files of WhatsApp messages. */
const META_HOST = 'lookaside.fbsbx.com';

/**
 * The address for downloading a file: Meta's address, with 360dialog's host in place of Meta's. Any other host is refused,
 * because the request carries the API key.
 * Source: https://docs.360dialog.com/docs/messaging/media
 */
export function rewriteMediaUrl(text: string, baseUrl: string): Result<string> {
  const base = new URL(baseUrl);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.origin === base.origin && !url.username && !url.password) {
    return { ok: true, value: url.href };
  }
  if (url?.hostname === META_HOST && url.protocol === 'https:' && url.port === '' && !url.username && !url.password) {
    return { ok: true, value: `${baseUrl}${url.pathname}${url.search}` };
  }
  return { ok: false, error: { key: 'errors:mediaHostUnexpected', params: { host: url?.hostname ?? '?' } } };
}
