import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { randomUUID } from 'crypto';
import { DAY } from '../durations';
import type { Host } from '../Host';
import { association, minute, toRecord } from './association';
import type { Entry, NoteEntry } from './Entry';
import { readEntry } from './Entry';
import type { CustomerActivity } from './customerActivity';
import { activityOn } from './customerActivity';
import { readTogether } from './notes';

/** The filing of a new record. */
type Filing = Pick<Entry, 'entry' | 'minute' | 'wamid' | 'about' | 'queue' | 'byApp' | 'heard' | 'line'>;

/** Makes the filing of a new record. @param at epoch milliseconds: the sweep comes by some minutes after it. */
export function file(at: number, wamid?: string): Filing {
  return { entry: randomUUID(), minute: minute(at), wamid };
}

/** Stores a record: one round trip. @param alsoUnder further messages that it is about */
export async function storeEntry(host: Host, entry: Entry, alsoUnder: readonly string[] = []): Promise<void> {
  const associations = [...associationsOf(entry), ...alsoUnder.map((wamid) => association('wamid', wamid))];
  await host.persistence.createWithAssociations(toRecord(entry), associations);
}

/** Replaces a stored record by another one with the same filing: one round trip. */
export async function replaceEntry(host: Host, entry: Entry): Promise<void> {
  await host.persistence.updateByAssociations(associationsOf(entry), toRecord(entry));
}

/**
 * Notes what happened to a message after (or before) its link was written: one round trip. The note is stored beside
 * the link, so that simultaneous notes, even on two instances, never undo each other.
 *
 * @param alsoUnder further messages whose records it is read with
 */
export async function noteOn(
  host: Host,
  { wamid, about, byApp, line, postedAt }: Pick<Filing, 'wamid' | 'about' | 'byApp' | 'line'> & { postedAt?: number },
  changes: NoteEntry['changes'],
  alsoUnder: readonly string[] = [],
): Promise<void> {
  const at = Date.now();
  await storeEntry(host, { ...file(at, wamid), about, byApp, line, kind: 'note', at, postedAt, changes }, alsoUnder);
}

/** Deletes a record, and everything that is stored under the same id. */
export async function removeEntry(host: Host, { entry }: Filing): Promise<void> {
  await host.persistence.removeByAssociation(association('entry', entry));
}

/** All records about a WhatsApp message, notes read into its link: one round trip. */
export async function findByWamid(host: Host, wamid: string): Promise<Entry[]> {
  return readTogether(await find(host, association('wamid', wamid)));
}

/**
 * All records about an agent's message, or about one of the app's own texts, oldest first, notes read into the links: one
 * round trip.
 */
export async function findByAbout(host: Host, about: string): Promise<Entry[]> {
  return readTogether(await find(host, association('about', about)));
}

/**
 * All records of templates and of the app's own texts to a customer, oldest first, notes read into the links: one round trip.
 *
 * @param key as `conversationKey` names the customer
 */
export async function findByApp(host: Host, key: string): Promise<Entry[]> {
  return readTogether(await find(host, association('by-app', key)));
}

/**
 * The hour of a conversation in which statuses of its messages are filed, so that a read stays short.
 *
 * @param at epoch milliseconds
 */
export function lineOf(roomId: string, at: number): string {
  return `${roomId} ${new Date(at).toISOString().slice(0, 13)}`;
}

/** Reads the statuses that any instance noted in an hour of a conversation: one round trip. */
export async function findLine(host: Host, line: string): Promise<NoteEntry[]> {
  return (await find(host, association('line', line))).filter((entry) => entry.kind === 'note');
}

/** Reads a customer's messages, calls and reactions of the day of `at`: one round trip. */
export async function findActivity(host: Host, place: Omit<CustomerActivity, 'how'>): Promise<CustomerActivity[]> {
  return (await find(host, activityOn(place))).flatMap(({ heard }) => heard ?? []);
}

/** A customer's message, and the ids of its messages in Rocket.Chat. */
export interface WrittenMessage {
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  ids: string[];
}

/** The messages that a customer wrote on the day of `at`, in the order of their records: one round trip. */
export async function findMessagesOfDay(host: Host, place: Omit<CustomerActivity, 'how'>): Promise<WrittenMessage[]> {
  return (await find(host, activityOn(place))).flatMap((entry) => {
    if ((entry.kind !== 'link' && entry.kind !== 'inbox') || entry.wamid === undefined || !entry.heard) {
      return [];
    }
    const ids = entry.kind === 'link' ? [entry.messageId, entry.captionId] : [];
    return { wamid: entry.wamid, at: entry.heard.at, ids: ids.filter((id) => id !== undefined) };
  });
}

/** The record with this id. */
export async function findEntry(host: Host, entry: string): Promise<Entry | undefined> {
  return (await find(host, association('entry', entry)))[0];
}

/** All records of a minute. A note may stand here without its link, and a link without its notes. */
export async function findByMinute(host: Host, when: string): Promise<Entry[]> {
  return find(host, association('minute', when));
}

/** Deletes all records of a minute. */
export async function purgeMinute(host: Host, when: string): Promise<void> {
  await host.persistence.removeByAssociation(association('minute', when));
}

/** All stored records of a minute: entries, and files that wait. */
export async function readMinute(host: Host, when: string): Promise<object[]> {
  return host.read.getPersistenceReader().readByAssociation(association('minute', when));
}

async function find(host: Host, by: RocketChatAssociationRecord): Promise<Entry[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(by);
  return records.flatMap((record) => readEntry(record) ?? []);
}

/** The order is part of the store's exact match when a record is replaced. */
function associationsOf({
  entry,
  minute: when,
  wamid,
  about,
  queue,
  byApp,
  heard,
  line,
}: Filing): RocketChatAssociationRecord[] {
  return [
    association('entry', entry),
    association('minute', when),
    ...(wamid ? [association('wamid', wamid)] : []),
    ...(about ? [association('about', about)] : []),
    ...(queue ? [association('queue', queue), association('queue')] : []),
    ...(heard ? [activityOn(heard)] : []),
    ...(byApp ? [association('by-app', byApp)] : []),
    ...(line ? [association('line', line)] : []),
  ];
}

/**
 * How long records of the message path are kept, in milliseconds. The default is a month: WhatsApp repeats webhooks for
 * days, and reactions come for a month (Meta: reactions to messages of the last 30 days).
 */
export async function readRetention(host: Host): Promise<number> {
  return (await host.memory.settings.get('recordRetention')) * DAY;
}
