import type { Host } from '../Host';
import { findByWamid } from './entries';
import type { Entry, InboxEntry } from './Entry';

/**
 * Whether a message was put into a room before, or another stored webhook with it comes first: one round trip. Of two
 * webhooks that two instances stored at once both see both, and the earlier one goes on; what is left is the difference
 * of their clocks.
 */
export async function isRepeated(host: Host, inbox: InboxEntry, wamid: string): Promise<boolean> {
  if (host.memory.seen.has(wamid)) {
    return true;
  }
  const entries = await findByWamid(host, wamid);
  const repeated = entries.some((other) => other.kind === 'link' || other.kind === 'held' || comesBefore(other, inbox));
  if (entries.some(({ kind }) => kind === 'link')) {
    host.memory.seen.set(wamid, true);
  }
  return repeated;
}

function comesBefore(other: Entry, inbox: InboxEntry): boolean {
  if (other.kind !== 'inbox' || other.entry === inbox.entry || other.attempts > inbox.attempts) {
    return false;
  }
  return other.receivedAt === inbox.receivedAt ? other.entry < inbox.entry : other.receivedAt < inbox.receivedAt;
}
