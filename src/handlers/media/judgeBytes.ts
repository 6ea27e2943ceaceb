import { Buffer } from 'buffer';
import { createHash } from 'crypto';
import { isWebPage } from '../whatsapp/sniffType';

/** What is known of a file besides its bytes. */
export interface ToldOfFile {
  /** Plain MIME type. */
  type: string;
  /** Bytes; absent where nobody told. */
  size?: number;
  /** As they were told, by the webhook and by `GET /{id}`; what is no SHA-256 does not count. */
  hashes: readonly (string | undefined)[];
}

/**
 * Whether bytes, piece by piece, are the file that WhatsApp told of. One hash that fits is enough. `unverified` is a
 * complete file that fits none of them: Meta has told wrong hashes of files that were whole. `damaged` is what has another
 * size, or is a web page instead of the file.
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
 * A SHA-256 in lower-case hexadecimal. Meta writes it in hexadecimal (`GET /{id}`) or in base64 (webhooks), some in front
 * of it its name; undefined for what is none.
 * @internal exported for its test
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
