import { randomBytes, randomInt } from 'node:crypto';

/** Rocket.Chat's alphabet for ids: nothing that is easily taken for another sign. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** A random id as Rocket.Chat gives rooms, messages and users: 17 signs. */
export function createId(length = 17): string {
  let id = '';
  for (let i = 0; i < length; i++) id += ALPHABET.charAt(randomInt(ALPHABET.length));
  return id;
}

/** A random id as MongoDB gives apps and jobs: 24 hexadecimal digits. */
export function createObjectId(): string {
  return randomBytes(12).toString('hex');
}
