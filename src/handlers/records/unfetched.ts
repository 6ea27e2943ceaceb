import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';
import { file, removeEntry } from './entries';
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
  /** Its time in the room, epoch milliseconds, where it was told. */
  placedAt: v.optional(v.number()),
  media: mediaSchema,
  /** Rocket.Chat's id of the card; absent where a crash came before it. */
  cardId: v.optional(v.string()),
  /** When it is fetched by itself, epoch milliseconds: 360dialog's limit of failures kept it from being asked for. */
  waitsUntil: v.optional(v.number()),
});

/** A customer's file that could not be fetched and may be tried again. Forgotten with the messages of its minute. */
export type Unfetched = v.InferOutput<typeof unfetchedSchema>;

/** Remembers a file for **Try again**, in the minute in which it is fetched by itself, if it is. */
export async function storeUnfetched(
  host: Host,
  facts: Omit<Unfetched, 'kind' | 'entry' | 'minute'>,
): Promise<Unfetched> {
  const { entry, minute } = file(facts.waitsUntil ?? Date.now());
  const unfetched: Unfetched = { ...facts, entry, minute, kind: 'unfetched' };
  await host.persistence.createWithAssociations(toRecord(unfetched), associationsOf(unfetched));
  return unfetched;
}

/** Remembers the card that stands in the file's place. */
export async function noteCard(host: Host, unfetched: Unfetched, cardId: string): Promise<void> {
  await host.persistence.updateByAssociations(associationsOf(unfetched), toRecord({ ...unfetched, cardId }));
}

/** Files the record in the minute in which its file is fetched by itself from now on, or in this one. */
export async function fileAnew(host: Host, before: Unfetched, after: Unfetched): Promise<void> {
  await storeUnfetched(host, after);
  await removeEntry(host, before);
}

/** The file of a message that may be tried again: one round trip. After a crash there may be two records of it. */
export async function findUnfetched(host: Host, wamid: string): Promise<Unfetched[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('wamid', wamid));
  return records.flatMap((record) => readUnfetched(record) ?? []);
}

/** The record as a file that may be tried again; undefined where it is of another kind. */
export function readUnfetched(record: unknown): Unfetched | undefined {
  const parsed = v.safeParse(unfetchedSchema, record);
  return parsed.success ? parsed.output : undefined;
}

function associationsOf({ entry, minute, wamid }: Unfetched) {
  return [association('entry', entry), association('minute', minute), association('wamid', wamid)];
}
