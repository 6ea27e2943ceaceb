import type { Host } from '../../core/Host';
import { association } from '../../core/records/association';
import { findByAbout, findEntry, removeEntry, replaceEntry, storeEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';
import { readEntry } from '../../core/records/Entry';
import type { OptOut } from '../../omnichannel/conversations/optOuts';
import { readOptOuts } from '../../omnichannel/conversations/optOuts';

/** The unsent messages from one number to one customer, on all instances, in the order of sending: one round trip. */
export async function findQueue(host: Host, queue: string): Promise<OutboxEntry[]> {
  return (await readQueue(host, queue)).waiting;
}

/** Like `findQueue`, together with the customer's opt-out as it is stored at this moment: one round trip. */
export async function readQueue(host: Host, queue: string): Promise<{ waiting: OutboxEntry[]; optOut?: OptOut }> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('queue', queue));
  const [optOut] = readOptOuts(records);
  return { waiting: waitingIn(records), optOut };
}

/** The unsent messages to all customers. The list grows with the number of waiting messages. */
export async function findQueues(host: Host): Promise<OutboxEntry[]> {
  return waitingIn(await host.read.getPersistenceReader().readByAssociation(association('queue')));
}

/** Whether one is sent before the other, by their places in the queue. */
export function isBefore(one: OutboxEntry, other: OutboxEntry): boolean {
  return compare(one, other) < 0;
}

/**
 * Notes that the agents were told about an uncertain send. The record leaves its queue and stays for a status. A status
 * may arrive at this very moment and show that WhatsApp took the message.
 *
 * @returns whether it is now known that WhatsApp took it
 */
export async function setAside(host: Host, outbox: OutboxEntry, cardId: string | undefined): Promise<boolean> {
  const { queue, ...facts } = outbox;
  const told: OutboxEntry = { ...facts, content: undefined, state: undefined, told: true, cardId };
  // Only an existing record is replaced: a status may have removed it.
  await replaceEntry(host, { ...told, queue });
  if (!(await findEntry(host, outbox.entry))) {
    return true;
  }
  if (queue === undefined) {
    return false;
  }
  await storeEntry(host, told);
  await host.persistence.removeByAssociations([association('entry', outbox.entry), association('queue', queue)]);
  const isTaken = (await findByAbout(host, outbox.about ?? '')).some(
    (entry) => entry.kind === 'link' && entry.outbox === outbox.entry,
  );
  if (isTaken) {
    await removeEntry(host, outbox);
  }
  return isTaken;
}

function waitingIn(records: readonly object[]): OutboxEntry[] {
  const found = records.map(readEntry).filter((entry) => entry?.kind === 'outbox');
  return found.filter(({ told }) => told !== true).sort(compare);
}

function compare(one: OutboxEntry, other: OutboxEntry): number {
  const byTime =
    (one.queuedAt ?? one.at) - (other.queuedAt ?? other.at) || rankOf(one) - rankOf(other) || one.at - other.at;
  return byTime || (one.entry < other.entry ? -1 : Number(one.entry > other.entry));
}

/** Of one message, records that are being sent come before those whose parts are not built yet. */
function rankOf({ state, content }: OutboxEntry): number {
  return state === 'waiting' && content === undefined ? 1 : 0;
}
