import { randomBytes, randomInt } from 'node:crypto';

/** Rocket.Chat's alphabet for ids, without characters that look alike. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** A random id like those of Rocket.Chat's rooms, messages and users: 17 characters. */
export function createId(length = 17): string {
  let id = '';
  for (let i = 0; i < length; i++) id += ALPHABET.charAt(randomInt(ALPHABET.length));
  return id;
}

/** A random id like MongoDB's for apps and jobs: 24 hexadecimal digits. */
export function createObjectId(): string {
  return randomBytes(12).toString('hex');
}
