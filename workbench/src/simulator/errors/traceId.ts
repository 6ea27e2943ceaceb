import { randomBytes } from 'node:crypto';

/** An `fbtrace_id` as Meta makes them: 23 characters, base64url. */
export function traceId(): string {
  return `A${randomBytes(17).toString('base64url').slice(0, 22)}`;
}
