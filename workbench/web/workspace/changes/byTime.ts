import type { Message } from '../../documents/Message';

/** Orders messages by their time, oldest first. */
export function byTime(a: Message, b: Message): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0;
}
