import { scryptSync, timingSafeEqual } from 'node:crypto';
import { PASSWORD_COST } from './hashPassword';

/** Whether this password gave this hash. */
export function isPassword(password: string, stored: string): boolean {
  const [salt, hash] = stored.split(':');
  if (salt === undefined || hash === undefined) return false;
  return timingSafeEqual(Buffer.from(hash, 'hex'), scryptSync(password, salt, 32, PASSWORD_COST));
}
