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
 * Whether work on a message was interrupted, as by a crash. 'before': the message may stand in the room already.
 * 'by-file': besides, a process has died while it brought the message's file for the second time.
 */
export type Interrupted = 'never' | 'before' | 'by-file';

/** Whether earlier work on a stored webhook was interrupted. */
export function interruptedOf({ resumed, stuck }: InboxEntry): Interrupted {
  return stuck ? 'by-file' : resumed ? 'before' : 'never';
}

/** An event that has a wamid of its own. */
type Numbered = Pick<Task, 'host' | 'inbox'> & { event: { wamid: string } };

/**
 * Does the work, unless the message was put into its room before. A repeated webhook costs its one read; its record is
 * left to the sweep, which removes it here.
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
 * When two instances are given the same webhook at once, each stores it and then looks: the one stored second always
 * sees the first one's, and the first one never has to give way. The store answers in the order of writing (MongoDB: an
 * index gives equal keys by record id); what is left is the moment in which two writes overlap.
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

  /** One that has failed more often than this one waits for its next try; nobody waits for it. */
  function isWorkedOff(other: Entry): boolean {
    return (other.kind === 'inbox' || other.kind === 'claim') && other.attempts <= inbox.attempts;
  }
}

function storedBefore(entries: readonly Entry[], { entry }: InboxEntry): readonly Entry[] {
  const own = entries.findIndex((other) => other.entry === entry);
  return own < 0 ? entries : entries.slice(0, own);
}
