import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Cheap on purpose: the workbench's passwords are its user names, and it listens on loopback. */
const COST = { N: 1024 };

/** `salt:hash` of a password. */
export function hashPassword(password: string): string {
  const salt = randomBytes(8).toString('hex');
  return `${salt}:${scryptSync(password, salt, 32, COST).toString('hex')}`;
}

/** Whether this password gave this hash. */
export function isPassword(password: string, stored: string): boolean {
  const [salt, hash] = stored.split(':');
  if (salt === undefined || hash === undefined) return false;
  return timingSafeEqual(Buffer.from(hash, 'hex'), scryptSync(password, salt, 32, COST));
}
