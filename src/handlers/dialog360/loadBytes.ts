import type { Buffer } from 'buffer';
import { bytesOf } from './bytesOf';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { withoutMediaRetries } from './withoutMediaRetries';

/**
 * Bytes that are asked for at once. The engine copies all that has come of an answer with every few kilobytes more: one
 * answer of 64 MB keeps the sandbox from everything else for most of a minute, sixteen of 4 MB for a second.
 */
export const PIECE = 4 * 1024 * 1024;

/** All of a file, or the piece of it that was asked for. */
export interface LoadedBytes {
  bytes: Buffer;
  /** As the server says, parameters included. */
  mimeType: string | undefined;
  isPiece: boolean;
}

/**
 * Asks for a file, or for the piece of it that begins at `from`. A server that knows no ranges answers with all of it.
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
