import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';
import { file } from './entries';
import { toRecord } from './toRecord';

const mediaSchema = v.object({
  id: v.string(),
  kind: v.picklist(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
  mimeType: v.optional(v.string()),
  sha256: v.optional(v.string()),
  filename: v.optional(v.string()),
});

const unfetchedSchema = v.object({
  kind: v.literal('unfetched'),
  entry: v.string(),
  minute: v.string(),
  wamid: v.string(),
  /** The digits of our number. */
  number: v.string(),
  customer: v.string(),
  /** WhatsApp's time, epoch milliseconds. */
  at: v.number(),
  media: mediaSchema,
});

/** A customer's file that could not be fetched and may be tried again. Forgotten with the messages of its minute. */
export type Unfetched = v.InferOutput<typeof unfetchedSchema>;

/** Remembers a file for **Try again**. */
export async function storeUnfetched(host: Host, facts: Omit<Unfetched, 'kind' | 'entry' | 'minute'>): Promise<void> {
  const filing = file(Date.now(), facts.wamid);
  const unfetched: Unfetched = { ...facts, ...filing, wamid: facts.wamid, kind: 'unfetched' };
  await host.persistence.createWithAssociations(toRecord(unfetched), [
    association('entry', filing.entry),
    association('minute', filing.minute),
    association('wamid', facts.wamid),
  ]);
}

/** The file of a message that may be tried again: one round trip. After a crash there may be two records of it. */
export async function findUnfetched(host: Host, wamid: string): Promise<Unfetched[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('wamid', wamid));
  return records.flatMap((record) => {
    const parsed = v.safeParse(unfetchedSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}
