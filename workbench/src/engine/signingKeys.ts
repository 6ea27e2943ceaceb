import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { repositoryRoot } from '../repositoryRoot';

const signingKeysSchema = v.object({ privateKey: v.string(), publicKey: v.string() });

export type SigningKeys = v.InferOutput<typeof signingKeysSchema>;

/**
 * The RSA keys (PEM) with which a new store signs its apps. They are made once for each checkout and kept in the cache folder
 * of node_modules: making them costs half a second of a processor, and hundreds of stores are begun in a test run. They
 * protect nothing beyond this machine.
 */
export function signingKeys(): SigningKeys {
  const folder = join(repositoryRoot, 'node_modules', '.cache', 'whatsapp-360d-workbench');
  const file = join(folder, 'signing-keys.json');
  const kept = readKept(file);
  if (kept) return kept;
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  mkdirSync(folder, { recursive: true });
  // Another process may be at the same: each sees no file or a whole one.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
  renameSync(draft, file);
  return keys;
}

function readKept(file: string): SigningKeys | undefined {
  try {
    return v.parse(signingKeysSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Nothing is kept yet, or it cannot be read: new keys take its place.
    return undefined;
  }
}
