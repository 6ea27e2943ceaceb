import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';

const optOutSchema = v.object({
  kind: v.literal('opt-out'),
  /** The digits of our number. */
  number: v.string(),
  /** The key of the customer's conversation, if there is one: their phone may belong to somebody else later. */
  customer: v.optional(v.string()),
  /** All ids of the customer at that time: wa_ids and BSUIDs. */
  ids: v.array(v.string()),
  /** WhatsApp's time, epoch milliseconds. */
  at: v.number(),
  /** The messages that they refuse: all (they wrote STOP), or marketing messages (they chose that in WhatsApp). */
  from: v.picklist(['everything', 'marketing']),
  /** The message with the opt-out. */
  wamid: v.string(),
});

/** A customer's opt-out from a number's messages. It is kept until they opt in again. */
export type OptOut = v.InferOutput<typeof optOutSchema>;

/**
 * Stores an opt-out under every id of the customer, even of one who never wrote. It is filed with the customer's
 * conversation, so that reading the conversation reads it too and costs the message path nothing. It is a separate
 * record, so that an instance that stores an older conversation does not undo it. It is also filed in the customer's
 * queue: every send reads the queue, and so sees an opt-out that another instance has just stored.
 */
export async function storeOptOut(host: Host, optOut: OptOut): Promise<void> {
  const keys = optOut.ids.map((id) => `${optOut.number} ${id}`);
  const { number, customer } = optOut;
  const queue = customer === undefined ? [] : [association('queue', `${number} ${customer}`)];
  const places = [...keys.flatMap((key) => [association('conversation', key), association('opt-out', key)]), ...queue];
  await host.persistence.updateByAssociations(places, toRecord(optOut), true);
}

/** Deletes an opt-out: the customer wants messages again. */
export async function removeOptOut(host: Host, { number, ids }: Pick<OptOut, 'number' | 'ids'>): Promise<void> {
  for (const id of ids) {
    await host.persistence.removeByAssociation(association('opt-out', `${number} ${id}`));
  }
}

/**
 * Reads an opt-out again, because the customer may have taken it back at another instance: one round trip.
 *
 * @returns undefined if it was taken back
 */
export async function findOptOut(host: Host, { number, customer, ids }: OptOut): Promise<OptOut | undefined> {
  const by = association('opt-out', `${number} ${ids[0] ?? ''}`);
  const stored = readOptOuts(await host.read.getPersistenceReader().readByAssociation(by));
  return stored.find((each) => each.customer === undefined || each.customer === customer);
}

/**
 * The opt-outs among records that were found under an id of a customer: the most restrictive first, then the latest.
 */
export function readOptOuts(records: readonly unknown[]): OptOut[] {
  const found = records.flatMap((record) => {
    const parsed = v.safeParse(optOutSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  const weight = ({ from }: OptOut) => (from === 'everything' ? 1 : 0);
  return found.sort((a, b) => weight(b) - weight(a) || b.at - a.at);
}
