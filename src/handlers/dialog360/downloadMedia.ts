import type { Buffer } from 'buffer';
import { AppError } from '../errors/AppError';
import type { Connection } from './Connection';
import { loadBytes, PIECE } from './loadBytes';
import { rewriteMediaUrl } from './rewriteMediaUrl';
import { timeouts } from './timeouts';

interface Limits {
  /** Bytes; nothing larger is given out. */
  maxSize?: number;
  /** Bytes, as `readMedia` told: a file that is too large is not even asked for, a large one in pieces. */
  fileSize?: number;
  /** Milliseconds for all of it. */
  timeout?: number;
}

interface Download {
  /** Its bytes, in order: joined they would be in memory twice. */
  pieces: Buffer[];
  /** Bytes. */
  size: number;
  /** As the server says, parameters included. */
  mimeType: string | undefined;
}

/**
 * Fetches a file from the `url` of `readMedia` or of a webhook. The host reads a whole answer before the app sees a byte,
 * so the size is checked before, by what was told, and after, by what came.
 * @throws AppError `errors:mediaTooLarge`, `errors:mediaHostUnexpected`, and as every call; a 4xx is never to be retried
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
      // No piece of this file: its hash will tell that something is missing.
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
