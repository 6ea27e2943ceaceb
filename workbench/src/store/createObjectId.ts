import { randomBytes } from 'node:crypto';

/** A random id as MongoDB gives apps and jobs: 24 hexadecimal digits. */
export function createObjectId(): string {
  return randomBytes(12).toString('hex');
}
