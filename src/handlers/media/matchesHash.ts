import { Buffer } from 'buffer';
import { createHash } from 'crypto';

/** Whether bytes have this SHA-256, which a webhook writes in base64 and `GET /{id}` in hexadecimal. */
export function matchesHash(bytes: Buffer, hash: string): boolean {
  const digest = createHash('sha256').update(bytes).digest();
  const told = /^[\da-f]{64}$/i.test(hash) ? hash.toLowerCase() : Buffer.from(hash, 'base64').toString('hex');
  return digest.toString('hex') === told;
}
