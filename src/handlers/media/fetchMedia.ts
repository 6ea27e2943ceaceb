import type { Buffer } from 'buffer';
import type { Connection } from '../dialog360/Connection';
import { downloadMedia, readMedia } from '../dialog360/downloadMedia';
import { AppError } from '../errors/AppError';
import { pause } from '../pause';
import type { RenderedMedia } from '../whatsapp/messages/RenderedMessage';
import { ANY_BYTES, typeOfFile } from '../whatsapp/mimeTypes';
import { judgeBytes } from './judgeBytes';
import { weights } from './weights';

/** Milliseconds: so long a dead download may hold a customer's next messages. */
const PATIENCE = 60_000;
/** Milliseconds that a second attempt has to have left, to be worth it. */
const WORTH_IT = 15_000;
/** Milliseconds before a second attempt, at most. */
const LONGEST_PAUSE = 5_000;

/** A file as WhatsApp has it. */
export interface FetchedMedia {
  /** Its bytes, in order. */
  pieces: Buffer[];
  /** Bytes. */
  size: number;
  /** As WhatsApp tells, parameters included. */
  mimeType?: string;
  /** It is complete, and no hash that was told of it fits. */
  isUnverified?: boolean;
}

/** What a webhook tells of a file. */
type FileOfCustomer = Pick<RenderedMedia, 'id' | 'mimeType' | 'sha256' | 'filename'>;

/**
 * Throws an AppError where a file may not pass, by what `GET /{id}` told of it or by its bytes. May take its time: that
 * does not count.
 */
type Check = (facts: { mimeType?: string; size: number | undefined }) => void | Promise<void>;

/**
 * Fetches a customer's file, within a minute of its own: asks where it is, checks what is told of it before anything is loaded,
 * loads it and compares its size and hash. What can pass by itself (an outage, a timeout, an address that has run out,
 * bytes that do not fit) gets one more attempt with a fresh address; a refusal gets none, because 360dialog blocks a number
 * whose requests fail (docs.360dialog.com: media download limitation).
 *
 * @throws AppError when it cannot be fetched, and what `check` throws
 */
export async function fetchMedia(connection: Connection, media: FileOfCustomer, check: Check): Promise<FetchedMedia> {
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
  // It may fit the next time. Where it does not come again, what is there is better than nothing.
  return attempt(connection, media, checked, clock).catch(() => first);
}

async function attempt(
  connection: Connection,
  { id, mimeType, sha256, filename }: FileOfCustomer,
  check: Check,
  clock: { end: number },
): Promise<FetchedMedia> {
  const found = await readMedia(connection, id).catch(explainGone);
  // A webhook may say nothing, or that it is some bytes.
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

/** Meta answers 404 where the address has run out: the file may well be there, under a fresh one. */
function explainExpired(error: unknown): never {
  const expired = error instanceof AppError && (error.status === 404 || error.status === 410);
  throw expired ? error.with({ key: 'media:expired', retry: 'now', code: undefined }) : error;
}
