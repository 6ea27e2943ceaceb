import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file } from '../../core/records/entries';

const keptSchema = v.object({
  kind: v.literal('kept'),
  entry: v.string(),
  /** Rocket.Chat's id of the message, and of the room in which it was written. */
  messageId: v.string(),
  roomId: v.string(),
  number: v.string(),
  customer: v.string(),
  /** All ids of the customer: the record is read along with their conversation. */
  ids: v.array(v.string()),
  /** When it was written, epoch milliseconds. */
  writtenAt: v.number(),
  /** A message of the customer from this time on is the awaited answer; epoch milliseconds. */
  since: v.number(),
  /** When somebody decided that it waits, epoch milliseconds. Older records lack it. */
  keptAt: v.optional(v.number()),
  /** Rocket.Chat's id of the user who decided that the message waits. */
  by: v.string(),
  /** The card that reports it. */
  cardId: v.string(),
  /** The parts that WhatsApp had already taken. */
  taken: v.array(v.string()),
  /** The newer conversation whose agents were asked, because its own is closed. */
  askedIn: v.optional(v.string()),
});

/**
 * An agent's message that waits until its customer writes. It is never purged, because the wait may be longer than a
 * month.
 */
export type KeptMessage = v.InferOutput<typeof keptSchema>;

/** Stores a kept message. Storing it twice at the same moment still gives one. */
export async function storeKept(host: Host, facts: Omit<KeptMessage, 'kind' | 'entry'>): Promise<void> {
  const kept: KeptMessage = { ...facts, kind: 'kept', entry: file(Date.now()).entry };
  await host.persistence.createWithAssociations(toRecord(kept), associationsOf(kept));
}

/** Replaces the record of a kept message: one round trip. */
export async function replaceKept(host: Host, kept: KeptMessage): Promise<void> {
  await host.persistence.updateByAssociations(associationsOf(kept), toRecord(kept));
}

/** Deletes a kept message: one round trip. */
export async function removeKept(host: Host, messageId: string): Promise<void> {
  await host.persistence.removeByAssociation(association('kept', messageId));
}

/** The kept messages of all customers or of one, in the order in which they were written: one round trip. */
export async function findKept(host: Host, of?: { number: string; customer: string }): Promise<KeptMessage[]> {
  const by = of ? association('kept', `${of.number} ${of.customer}`) : association('kept');
  const kept = readKept(await host.read.getPersistenceReader().readByAssociation(by));
  return [...new Map(kept.map((each) => [each.messageId, each])).values()].sort((a, b) => a.writtenAt - b.writtenAt);
}

/** A kept message, if it still waits: one round trip. */
export async function findKeptMessage(host: Host, messageId: string): Promise<KeptMessage | undefined> {
  return readKept(await host.read.getPersistenceReader().readByAssociation(association('kept', messageId))).at(-1);
}

/** The kept messages among records of all kinds. */
export function readKept(records: readonly unknown[]): KeptMessage[] {
  return records.flatMap((record) => {
    const parsed = v.safeParse(keptSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The order is part of the store's exact match when a record is replaced. */
function associationsOf({ entry, messageId, number, customer, ids }: KeptMessage) {
  return [
    association('entry', entry),
    association('kept'),
    association('kept', messageId),
    association('kept', `${number} ${customer}`),
    ...ids.map((id) => association('conversation', `${number} ${id}`)),
  ];
}
