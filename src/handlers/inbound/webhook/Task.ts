import type { Host } from '../../core/Host';
import { findByWamid, removeEntry } from '../../core/records/entries';
import type { Entry, InboxEntry } from '../../core/records/Entry';
import type { CustomerActivity } from '../../core/records/customerActivity';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

/** An event of a stored webhook, with the number it belongs to. */
export interface Task<Kind extends WebhookEvent['kind'] = WebhookEvent['kind']> {
  host: Host;
  event: Extract<WebhookEvent, { kind: Kind }>;
  inbox: InboxEntry;
  number: ConnectedNumber;
  /** Its effect on the customer service window. */
  heard?: CustomerActivity;
}

/**
 * Whether work on a message was interrupted, for instance by a crash. 'before': the message may be in the room already.
 * 'by-file': in addition, a process died during the second attempt to fetch the message's file.
 */
export type Interrupted = 'never' | 'before' | 'by-file';

/** Whether earlier work on a stored webhook was interrupted. */
export function interruptedOf({ resumed, stuck }: InboxEntry): Interrupted {
  return stuck ? 'by-file' : resumed ? 'before' : 'never';
}

/** An event that has a wamid of its own. */
type Numbered = Pick<Task, 'host' | 'inbox'> & { event: { wamid: string } };

/**
 * Does the work, unless the message was put into its room before. A repeated webhook costs one read. Its record stays
 * until the sweep removes it here.
 */
export async function unlessRepeated({ host, event, inbox }: Numbered, work: () => Promise<void>): Promise<void> {
  if (!(await isRepeated(host, inbox, event.wamid))) {
    await work();
  } else if (inbox.resumed && inbox.wamid === event.wamid) {
    await removeEntry(host, inbox);
  }
}

/**
 * Whether a message was put into a room before, or another stored webhook with it comes first: one round trip.
 *
 * When two instances get the same webhook at once, each stores it and then reads: the one stored second always sees the
 * first, and the first never has to give way. The store answers in the order of writing (MongoDB: an index returns
 * equal keys by record id). Only overlapping writes remain uncertain.
 */
export async function isRepeated(host: Host, inbox: InboxEntry, wamid: string): Promise<boolean> {
  if (host.memory.seen.has(wamid)) {
    return true;
  }
  const entries = await findByWamid(host, wamid);
  if (entries.some(({ kind }) => kind === 'link')) {
    host.memory.seen.set(wamid, true);
    return true;
  }
  return entries.some(({ kind }) => kind === 'held') || storedBefore(entries, inbox).some(isWorkedOff);

  /** A record that failed more often than this one waits for its next attempt, and nothing waits for it. */
  function isWorkedOff(other: Entry): boolean {
    return (other.kind === 'inbox' || other.kind === 'claim') && other.attempts <= inbox.attempts;
  }
}

function storedBefore(entries: readonly Entry[], { entry }: InboxEntry): readonly Entry[] {
  const own = entries.findIndex((other) => other.entry === entry);
  return own < 0 ? entries : entries.slice(0, own);
}
