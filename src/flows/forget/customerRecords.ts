import * as v from 'valibot';
import type { Host } from '../../handlers/core/Host';
import { readWhatsappRoom } from '../../handlers/omnichannel/whatsappRoom';
import { association, minute } from '../../handlers/core/records/association';
import type { AssociationKind } from '../../handlers/core/records/association';
import { conversationKey } from '../../handlers/omnichannel/conversations/conversations';
import { readMinute } from '../../handlers/core/records/entries';
import { readInstall } from '../../handlers/core/records/install';
import type { CustomerRecordKind } from '../../handlers/core/records/recordKinds';
import { recordKinds } from '../../handlers/core/records/recordKinds';
import { readSnapshots } from '../snapshots';
import { DAY, MINUTE } from '../../handlers/core/durations';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { CustomerIdentity } from './customerIdentity';
import { isOwn, isOwnKey } from './customerIdentity';
import { hasItemsOf } from './webhookItems';

const text = v.optional(v.string());

const isCustomerKind = (kind: unknown): kind is CustomerRecordKind =>
  typeof kind === 'string' && Object.hasOwn(recordKinds, kind) && Reflect.get(recordKinds, kind) === 'customer';

/** The fields by which records of all kinds tell which customer they are about. Elsewhere each kind has its own schema. */
const factsSchema = v.looseObject({
  kind: v.custom<CustomerRecordKind>(isCustomerKind),
  entry: text,
  number: text,
  customer: text,
  wamid: text,
  about: text,
  messageId: text,
  queue: text,
  byApp: text,
  roomId: text,
  waId: text,
  /** For a batch of a list: the list, and the batch's position in it. */
  job: text,
  people: v.optional(v.array(v.looseObject({ waId: v.string() }))),
  body: v.optional(v.unknown()),
  stage: text,
});

/** A record about a customer. */
export type CustomerRecord = v.InferOutput<typeof factsSchema>;

/** The number of minutes that are read at the same time. */
const SIDE_BY_SIDE = 100;

/** Records that are tried again later are filed at most this far ahead, in milliseconds. */
const AHEAD = 2 * DAY;

/** What is known during the search for records. */
interface Search {
  host: Host;
  identity: CustomerIdentity;
  /** Whether a room is a conversation of this customer. */
  rooms: Map<string, Promise<boolean>>;
}

type IsAbout = (record: CustomerRecord, search: Search) => boolean | Promise<boolean>;

const byName: IsAbout = ({ number = '', customer = '' }, { identity }) => isOwn(identity, number, customer);

/** A record that names no customer is attributed by its room. Each room is read once. */
const byKeyOrRoom: IsAbout = ({ byApp, queue, roomId }, search) => {
  if (byApp !== undefined || queue !== undefined) {
    return isOwnKey(search.identity, byApp ?? queue);
  }
  return roomId !== undefined && isOwnRoom(search, roomId);
};

const never: IsAbout = () => false;

/**
 * Whether a record that is found by its minute is about the customer. Some kinds never are: they are found by the
 * customer's ids, or through a message.
 */
const isAbout: Readonly<Record<CustomerRecordKind, IsAbout>> = {
  inbox: ({ body }, { identity }) => hasItemsOf(body, identity.ids),
  link: byName,
  outbox: byName,
  report: byName,
  held: byName,
  unfetched: byName,
  refusal: byKeyOrRoom,
  note: ({ byApp }, { identity }) => isOwnKey(identity, byApp),
  claim: ({ about = '' }, { identity }) => isOwnKey(identity, about.slice(about.indexOf(' ') + 1)),
  'template-batch': ({ people = [] }, { identity }) => people.some(({ waId }) => identity.ids.has(waId)),
  // It is stored beside its webhook, under the same id.
  undelivered: never,
  early: never,
  kept: never,
  untold: never,
  conversation: never,
  'opt-out': never,
  offer: never,
  awaited: never,
  'template-failure': never,
  snapshot: never,
};

/** The associations under which a customer's records are filed, whatever their minute. */
const BY_KEY = ['conversation', 'held', 'untold', 'queue', 'by-app'] as const satisfies AssociationKind[];

/**
 * All records about a customer, each once. Records that are filed by minute are searched minute by minute, because
 * nothing leads from a customer to them. A month costs about 45,000 reads, so this runs only when an administrator
 * asks, never while a message is handled.
 *
 * @param without the stage of the journey that looks
 */
export async function findCustomerRecords(
  host: Host,
  identity: CustomerIdentity,
  without: string,
): Promise<CustomerRecord[]> {
  const search: Search = { host, identity, rooms: new Map() };
  const found = new Map<string, CustomerRecord>();
  const add = (records: readonly CustomerRecord[]) => {
    for (const record of records) {
      found.set(JSON.stringify(record), record);
    }
  };
  add(await findByKeys(search));
  add(await findByMinutes(search));
  add(await findByMessages(search, [...found.values()]));
  add(await findFailures(search, [...found.values()]));
  add(await findSnapshots(search, without));
  return [...found.values()];
}

async function findByKeys({ host, identity }: Search): Promise<CustomerRecord[]> {
  const found: CustomerRecord[] = [];
  for (const { number, ids } of identity.owners) {
    for (const id of ids) {
      for (const kind of BY_KEY) {
        const records = await read(host, kind, conversationKey(number, id));
        // A phone that was theirs before may lead to somebody else's records.
        const own = records.filter(({ customer }) => customer === undefined || ids.has(customer));
        found.push(...own.map((record) => (record.number === undefined ? { ...record, number } : record)));
      }
    }
  }
  return found;
}

async function findByMinutes(search: Search): Promise<CustomerRecord[]> {
  const { host } = search;
  const now = Date.now();
  const { purgedUntil = now } = await readInstall(host);
  const found: CustomerRecord[] = [];
  for (let at = purgedUntil - DAY; at <= now + AHEAD; at += SIDE_BY_SIDE * MINUTE) {
    const part = Array.from({ length: SIDE_BY_SIDE }, (_, index) => minute(at + index * MINUTE));
    const records = (await Promise.all(part.map((each) => readMinute(host, each)))).flat().flatMap(readFacts);
    for (const record of records) {
      if (await isAbout[record.kind](record, search)) {
        found.push(record);
      }
    }
  }
  return found;
}

/** Finds the records that belong to the customer's messages: notes, early statuses, files, and the outcome of agents' messages. */
async function findByMessages({ host }: Search, known: readonly CustomerRecord[]): Promise<CustomerRecord[]> {
  const found: CustomerRecord[] = [];
  for (const wamid of named(known, 'wamid')) {
    found.push(...(await read(host, 'wamid', wamid)));
  }
  // Only for messages of agents. Each record of a template to several people names its own customer.
  for (const about of named(
    known.filter(({ about: id, messageId }) => id === messageId),
    'about',
  )) {
    found.push(...(await read(host, 'about', about)));
  }
  for (const entry of named(known, 'entry')) {
    const letters = (await read(host, 'entry', entry)).filter(({ kind }) => kind === 'undelivered');
    // It is filed under its webhook's id, which it does not name.
    found.push(...letters.map((letter) => ({ ...letter, entry })));
  }
  return found;
}

async function findFailures({ host, identity }: Search, known: readonly CustomerRecord[]): Promise<CustomerRecord[]> {
  const found: CustomerRecord[] = [];
  for (const job of named(known, 'job')) {
    const failures = await read(host, 'template-failures', job);
    const own = failures.filter(({ waId = '' }) => identity.ids.has(waId));
    found.push(...own.map((record) => ({ ...record, job })));
  }
  return found;
}

/** Forms with the customer's phone in them that somebody has open or left. */
async function findSnapshots({ host, identity }: Search, without: string): Promise<CustomerRecord[]> {
  const names = [...identity.ids].flatMap((id) => [id, formatPhone(id)]);
  const records = (await readSnapshots(host)).flatMap(readFacts).filter(({ stage }) => stage !== without);
  return records.filter((record) => {
    const shown = JSON.stringify(record);
    return names.some((name) => shown.includes(name));
  });
}

function isOwnRoom({ host, identity, rooms }: Search, roomId: string): Promise<boolean> {
  const look = async () => {
    const whatsapp = readWhatsappRoom(await host.read.getRoomReader().getById(roomId), host.app.id);
    return whatsapp !== undefined && isOwn(identity, whatsapp.number, whatsapp.customer);
  };
  const known = rooms.get(roomId) ?? look();
  rooms.set(roomId, known);
  return known;
}

function named(records: readonly CustomerRecord[], fact: 'wamid' | 'about' | 'job' | 'entry'): Set<string> {
  return new Set(records.flatMap((record) => record[fact] ?? []));
}

async function read(host: Host, kind: AssociationKind, id: string): Promise<CustomerRecord[]> {
  return (await host.read.getPersistenceReader().readByAssociation(association(kind, id))).flatMap(readFacts);
}

function readFacts(record: unknown): CustomerRecord[] {
  const parsed = v.safeParse(factsSchema, record);
  return parsed.success ? [parsed.output] : [];
}
