import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { repositoryRoot } from '../repositoryRoot';
import { writeAtOnce } from './writeAtOnce';

const signingKeysSchema = v.object({ privateKey: v.string(), publicKey: v.string() });

export type SigningKeys = v.InferOutput<typeof signingKeysSchema>;

/**
 * The RSA keys (PEM) with which a new store signs its apps. They are created once for each checkout and kept in the
 * cache folder of node_modules, because creating them costs half a second of processor time and a test run creates
 * hundreds of stores. They protect nothing outside this machine.
 */
export function signingKeys(): SigningKeys {
  const file = join(repositoryRoot, 'node_modules', '.cache', 'whatsapp-360d-workbench', 'signing-keys.json');
  const kept = readKept(file);
  if (kept) return kept;
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  writeAtOnce(file, JSON.stringify(keys), 0o600);
  return keys;
}

function readKept(file: string): SigningKeys | undefined {
  try {
    return v.parse(signingKeysSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The keys do not exist yet or cannot be read, so new ones are created.
    return undefined;
  }
}
