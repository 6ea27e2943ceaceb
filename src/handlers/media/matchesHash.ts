import { Buffer } from 'buffer';
import { createHash } from 'crypto';

/** Whether bytes, piece by piece, have this SHA-256, which a webhook writes in base64 and `GET /{id}` in hexadecimal. */
export function matchesHash(pieces: readonly Buffer[], hash: string): boolean {
  const digest = createHash('sha256');
  for (const piece of pieces) {
    digest.update(piece);
  }
  const told = /^[\da-f]{64}$/i.test(hash) ? hash.toLowerCase() : Buffer.from(hash, 'base64').toString('hex');
  return digest.digest('hex') === told;
}
