import { randomBytes, scryptSync } from 'node:crypto';

/** Cheap on purpose: the workbench's passwords are its user names, and it listens on loopback. */
export const PASSWORD_COST = { N: 1024 };

/** `salt:hash` of a password. */
export function hashPassword(password: string): string {
  const salt = randomBytes(8).toString('hex');
  return `${salt}:${scryptSync(password, salt, 32, PASSWORD_COST).toString('hex')}`;
}
