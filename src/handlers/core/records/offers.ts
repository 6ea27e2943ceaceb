import * as v from 'valibot';
import type { Host } from '../Host';
import { association, toRecord } from './association';

const optional = v.optional(v.string());

/** A quick reply as it was sent to WhatsApp; see `OfferedOption`. */
export const optionSchema = v.object({
  id: v.string(),
  label: v.string(),
  title: v.string(),
  value: optional,
  appId: optional,
  blockId: optional,
  actionId: optional,
});

const offerSchema = v.object({
  kind: v.literal('offer'),
  /** The key of the customer's conversation. */
  customer: v.string(),
  roomId: v.string(),
  /** The bot's message with the question. */
  messageId: v.string(),
  /** When it was sent, epoch milliseconds. */
  at: v.number(),
  options: v.array(optionSchema),
});

/** A question whose options were sent as a numbered text: the customer's next text may answer it. */
export type NumberedOffer = v.InferOutput<typeof offerSchema>;

interface Of {
  number: string;
  ids: readonly string[];
}

/** Stores the open question of a customer with the records of their conversation. There is at most one. */
export async function storeOffer(host: Host, { number, ids }: Of, offer: NumberedOffer): Promise<void> {
  const keys = ids.map((id) => `${number} ${id}`);
  const places = keys.flatMap((key) => [association('conversation', key), association('offer', key)]);
  await host.persistence.updateByAssociations(places, toRecord(offer), true);
}

/** Deletes a question that was answered or replaced by another message. */
export async function removeOffer(host: Host, { number, ids }: Of): Promise<void> {
  for (const id of ids) {
    await host.persistence.removeByAssociation(association('offer', `${number} ${id}`));
  }
}

/** The open questions among records that were found under an id of a customer. */
export function readOffers(records: readonly unknown[]): NumberedOffer[] {
  return records.flatMap((record) => {
    const parsed = v.safeParse(offerSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The latest open question of a customer among records that were found under an id of theirs. */
export function readOffer(records: readonly unknown[], customer: string): NumberedOffer | undefined {
  const found = readOffers(records).filter((offer) => offer.customer === customer);
  return found.sort((a, b) => b.at - a.at)[0];
}
