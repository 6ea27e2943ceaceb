import { Buffer } from 'buffer';
import { createHash } from 'crypto';
import { AppError } from '../../core/errors/AppError';
import { pause } from '../../core/durations';
import { weights } from '../../core/sandbox';
import type { Connection } from '../../dialog360/Connection';
import { downloadMedia, readMedia } from '../../dialog360/downloadMedia';
import type { RenderedMedia } from '../../whatsapp/messages/RenderedMessage';
import { ANY_BYTES, typeOfFile } from '../../whatsapp/mimeTypes';
import { isWebPage } from '../../whatsapp/sniffType';

/** Milliseconds. A download that hangs delays the customer's next messages by no more than this. */
const PATIENCE = 60_000;
/** Milliseconds. A second attempt is made only if so much time is left. */
const WORTH_IT = 15_000;
/** The longest pause before a second attempt, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/** A file that was fetched from WhatsApp. */
interface FetchedMedia {
  /** The bytes, in order. */
  pieces: Buffer[];
  /** Bytes. */
  size: number;
  /** The MIME type from WhatsApp, including parameters. */
  mimeType?: string;
  /** True when the size is right but none of the announced hashes matches. */
  isUnverified?: boolean;
}

/** The facts of a file in a webhook. */
type FileOfCustomer = Pick<RenderedMedia, 'id' | 'mimeType' | 'sha256' | 'filename'>;

/**
 * Throws an AppError when a file is not allowed, by the answer of `GET /{id}` or by its bytes. The time it takes does not
 * count against the minute of the download.
 */
type Check = (facts: { mimeType?: string; size: number | undefined }) => void | Promise<void>;

/**
 * Fetches a customer's file within a minute: reads its address, checks the announced facts, downloads it and compares
 * its size and hash. A temporary failure (an outage, a timeout, an expired address, wrong bytes) gets one more attempt
 * with a fresh address. A refusal gets none, because 360dialog blocks a number whose requests fail (docs.360dialog.com:
 * media download limitation).
 *
 * @throws AppError when it cannot be fetched, and what `check` throws
 */
export async function fetchCustomerFile(
  connection: Connection,
  media: FileOfCustomer,
  check: Check,
): Promise<FetchedMedia> {
  const clock = { end: Date.now() + PATIENCE };
  const checked: Check = async (facts) => {
    const start = Date.now();
    await check(facts);
    clock.end += Date.now() - start;
  };
  const isLate = () => clock.end - Date.now() < WORTH_IT;
  let first: FetchedMedia;
  try {
    first = await attempt(connection, media, checked, clock);
  } catch (error) {
    if (!(error instanceof AppError) || error.retry === 'no' || isLate()) {
      throw error;
    }
    await pause(Math.min(error.retryAfterMs ?? 0, LONGEST_PAUSE));
    return attempt(connection, media, checked, clock).catch((second: unknown) => {
      throw second instanceof AppError && second.key === 'media:resting' ? error : second;
    });
  }
  if (!first.isUnverified || first.size > weights.heavy || isLate()) {
    return first;
  }
  // The hash may match at the second download. If that fails, the first one is better than nothing.
  return attempt(connection, media, checked, clock).catch(() => first);
}

async function attempt(
  connection: Connection,
  { id, mimeType, sha256, filename }: FileOfCustomer,
  check: Check,
  clock: { end: number },
): Promise<FetchedMedia> {
  const found = await readMedia(connection, id).catch(explainGone);
  // A webhook may give no type, or only the general type of bytes.
  const type = typeOfFile(mimeType) === ANY_BYTES ? (found.mimeType ?? mimeType) : mimeType;
  await check({ mimeType: type, size: found.fileSize });
  const timeout = Math.max(clock.end - Date.now(), 1_000);
  const { pieces, size } = await downloadMedia(connection, found.url, { fileSize: found.fileSize, timeout }).catch(
    explainExpired,
  );
  await check({ mimeType: type, size });
  const told = { type: typeOfFile(type, filename), size: found.fileSize, hashes: [found.sha256, sha256] };
  const verdict = judgeBytes(pieces, told);
  if (verdict === 'damaged') {
    throw new AppError({ kind: 'unreachable', retry: 'now', key: 'media:damaged' });
  }
  return { pieces, size, mimeType: type, ...(verdict === 'unverified' ? { isUnverified: true } : {}) };
}

function explainGone(error: unknown): never {
  throw error instanceof AppError && error.key === 'errors:notFound' ? error.with({ key: 'media:gone' }) : error;
}

/** Meta answers 404 for an expired address. The file may still be there, under a fresh address. */
function explainExpired(error: unknown): never {
  const expired = error instanceof AppError && (error.status === 404 || error.status === 410);
  throw expired ? error.with({ key: 'media:expired', retry: 'now', code: undefined }) : error;
}

/** The announced facts of a file. */
interface ToldOfFile {
  /** Plain MIME type. */
  type: string;
  /** Bytes; undefined when it was not announced. */
  size?: number;
  /** From the webhook and `GET /{id}`. A text that is not a SHA-256 is ignored. */
  hashes: readonly (string | undefined)[];
}

/**
 * Whether the pieces are the file that WhatsApp announced. One matching hash is enough. An `unverified` file has the
 * right size and no matching hash: Meta has announced wrong hashes for good files. A `damaged` one has another size, or
 * is a web page instead of the file.
 */
export function judgeBytes(
  pieces: readonly Buffer[],
  { type, size, hashes }: ToldOfFile,
): 'good' | 'unverified' | 'damaged' {
  const told = hashes.flatMap((hash) => readSha256(hash) ?? []);
  if (told.length > 0 && told.includes(hashOf(pieces))) {
    return 'good';
  }
  const came = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (size !== undefined && came !== size) {
    return 'damaged';
  }
  const [first] = pieces;
  if (first && isWebPage(first) && !/^text\/|xml$/.test(type)) {
    return 'damaged';
  }
  return told.length > 0 ? 'unverified' : 'good';
}

/**
 * A SHA-256 in lower-case hexadecimal; undefined for any other text. Meta writes it in hexadecimal (`GET /{id}`) or in base64
 * (webhooks), sometimes behind its name.
 */
export function readSha256(text: string | undefined): string | undefined {
  const bare = (text ?? '').trim().replace(/^sha-?256[:=]/i, '');
  if (/^[\da-f]{64}$/i.test(bare)) {
    return bare.toLowerCase();
  }
  return /^[\w+/-]{43}=?$/.test(bare) ? Buffer.from(bare, 'base64').toString('hex') : undefined;
}

function hashOf(pieces: readonly Buffer[]): string {
  const digest = createHash('sha256');
  for (const piece of pieces) {
    digest.update(piece);
  }
  return digest.digest('hex');
}
