import { createHash } from 'crypto';

/**
 * An id for a message that came without one: the same for the same message, so that a repeated webhook is recognised, and
 * another one for any other.
 */
export function idFromContent(item: unknown): string {
  return `without-id.${createHash('sha256').update(JSON.stringify(item)).digest('hex')}`;
}
