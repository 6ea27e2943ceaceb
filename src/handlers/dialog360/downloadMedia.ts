import { Buffer } from 'buffer';
import { AppError } from '../errors/AppError';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { rewriteMediaUrl } from './rewriteMediaUrl';
import { timeouts } from './timeouts';
import { withoutMediaRetries } from './withoutMediaRetries';

interface Limits {
  /** Bytes; nothing larger is given out. */
  maxSize?: number;
  /** Bytes, as `readMedia` told: a file that is too large is then not even asked for. */
  fileSize?: number;
  /** Milliseconds. */
  timeout?: number;
}

interface Download {
  content: Buffer;
  /** As the server says, parameters included. */
  mimeType: string | undefined;
}

/**
 * Fetches a file from the `url` of `readMedia` or of a webhook. The host reads the whole file before the app sees a
 * byte, so the size is checked before, by what was told, and after, by what came.
 * @throws AppError `errors:mediaTooLarge`, `errors:mediaHostUnexpected`, and as every call; a 4xx is never to be retried
 */
export async function downloadMedia(connection: Connection, url: string, limits: Limits = {}): Promise<Download> {
  refuseLarger(limits.fileSize, limits);
  const address = rewriteMediaUrl(url, connection.baseUrl);
  if (!address.ok) {
    throw new AppError({ kind: 'refused', retry: 'no', ...address.error });
  }
  const { timeout = timeouts.media } = limits;
  const response = await withoutMediaRetries(
    callDialog360(connection, { method: 'get', path: address.value, timeout, binary: true }),
  );
  const content: unknown = response.content;
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : '', 'binary');
  refuseLarger(bytes.byteLength, limits);
  return { content: bytes, mimeType: response.headers?.['content-type'] };
}

function refuseLarger(size: number | undefined, { maxSize }: Limits): void {
  if (size !== undefined && maxSize !== undefined && size > maxSize) {
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:mediaTooLarge', params: { size, maxSize } });
  }
}
