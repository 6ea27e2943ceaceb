import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';

const optOutSchema = v.object({
  kind: v.literal('opt-out'),
  /** The digits of our number. */
  number: v.string(),
  /** The key of the customer's conversation, where there is one: their phone may be somebody else's later. */
  customer: v.optional(v.string()),
  /** Every id of the customer that was known then: wa_ids and BSUIDs. */
  ids: v.array(v.string()),
  /** WhatsApp's time, epoch milliseconds. */
  at: v.number(),
  /** The messages that they refuse: all (they wrote STOP), or marketing messages (they chose so in WhatsApp). */
  from: v.picklist(['everything', 'marketing']),
  /** The message that said so. */
  wamid: v.string(),
});

/** A customer's wish to get no messages from a number any more. Kept until they take it back. */
export type OptOut = v.InferOutput<typeof optOutSchema>;

/**
 * Stores a wish under every id of the customer, also of one who never wrote. It is filed where the customer's
 * conversation is, so that reading the conversation reads it too and the path of a message pays nothing for it. It is a
 * record of its own: an instance that stores an older conversation does not undo it.
 */
export async function storeOptOut(host: Host, optOut: OptOut): Promise<void> {
  const keys = optOut.ids.map((id) => `${optOut.number} ${id}`);
  const places = keys.flatMap((key) => [association('conversation', key), association('opt-out', key)]);
  await host.persistence.updateByAssociations(places, toRecord(optOut), true);
}

/** Forgets a wish: the customer wants messages again. */
export async function removeOptOut(host: Host, { number, ids }: Pick<OptOut, 'number' | 'ids'>): Promise<void> {
  for (const id of ids) {
    await host.persistence.removeByAssociation(association('opt-out', `${number} ${id}`));
  }
}

/** The wishes among records that were found under an id of a customer: those that go furthest first, then the latest. */
export function readOptOuts(records: readonly unknown[]): OptOut[] {
  const found = records.flatMap((record) => {
    const parsed = v.safeParse(optOutSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  const weight = ({ from }: OptOut) => (from === 'everything' ? 1 : 0);
  return found.sort((a, b) => weight(b) - weight(a) || b.at - a.at);
}
