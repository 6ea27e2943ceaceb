import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file, removeEntry } from '../../core/records/entries';

const mediaSchema = v.object({
  id: v.string(),
  kind: v.picklist(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
  mimeType: v.optional(v.string()),
  sha256: v.optional(v.string()),
  filename: v.optional(v.string()),
});

const failedDownloadSchema = v.object({
  kind: v.literal('unfetched'),
  entry: v.string(),
  minute: v.string(),
  wamid: v.string(),
  /** The digits of our number. */
  number: v.string(),
  customer: v.string(),
  /** WhatsApp's time, epoch milliseconds. */
  at: v.number(),
  /** Its time in the room, epoch milliseconds, if known. */
  placedAt: v.optional(v.number()),
  media: mediaSchema,
  /** Rocket.Chat's id of the card; undefined after a crash before it was posted. */
  cardId: v.optional(v.string()),
  /**
   * When the app fetches it by itself, epoch milliseconds, because 360dialog's limit of failures prevented the request.
   */
  waitsUntil: v.optional(v.number()),
});

/** A customer's file that could not be fetched and may be tried again. Deleted with the messages of its minute. */
export type FailedDownload = v.InferOutput<typeof failedDownloadSchema>;

/** Stores the facts that **Try again** needs, under the minute in which the app fetches the file by itself, if it does. */
export async function storeFailedDownload(
  host: Host,
  facts: Omit<FailedDownload, 'kind' | 'entry' | 'minute'>,
): Promise<FailedDownload> {
  const { entry, minute } = file(facts.waitsUntil ?? Date.now());
  const download: FailedDownload = { ...facts, entry, minute, kind: 'unfetched' };
  await host.persistence.createWithAssociations(toRecord(download), associationsOf(download));
  return download;
}

/** Stores the id of the card that stands in place of the file. */
export async function noteCard(host: Host, download: FailedDownload, cardId: string): Promise<void> {
  await host.persistence.updateByAssociations(associationsOf(download), toRecord({ ...download, cardId }));
}

/** Files the record under the minute in which the app now fetches the file by itself, or under this one. */
export async function fileAnew(host: Host, before: FailedDownload, after: FailedDownload): Promise<FailedDownload> {
  const filed = await storeFailedDownload(host, after);
  await removeEntry(host, before);
  return filed;
}

/** The failed downloads of a message. After a crash there may be two records of one. One round trip. */
export async function findFailedDownloads(host: Host, wamid: string): Promise<FailedDownload[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('wamid', wamid));
  return records.flatMap((record) => readFailedDownload(record) ?? []);
}

/** Reads a record; undefined when it is of another kind. */
export function readFailedDownload(record: unknown): FailedDownload | undefined {
  const parsed = v.safeParse(failedDownloadSchema, record);
  return parsed.success ? parsed.output : undefined;
}

function associationsOf({ entry, minute, wamid }: FailedDownload) {
  return [association('entry', entry), association('minute', minute), association('wamid', wamid)];
}
