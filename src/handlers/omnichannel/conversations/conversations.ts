import type { LRU } from 'tiny-lru';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import type { NumberedOffer } from '../../core/records/offers';
import { readOffer, removeOffer, storeOffer } from '../../core/records/offers';
import { sameCustomer } from '../../whatsapp/phoneNumbers';
import { readAwaited } from './awaited';
import { readKept } from './keptMessages';
import type { OptOut } from './optOuts';
import { readOptOuts, removeOptOut, storeOptOut } from './optOuts';

declare module '../../core/Host' {
  interface Memory {
    /** By number and customer, for a minute: another instance may store something new about a customer. */
    conversations: LRU<Conversation>;
  }
}

const conversationSchema = v.object({
  kind: v.literal('conversation'),
  /** The digits of our number. */
  number: v.string(),
  /**
   * The customer's permanent key: the first id they were known by, or a key made from it when another customer already
   * has that key.
   */
  customer: v.string(),
  /** All ids that WhatsApp ever used for this customer: wa_ids and BSUIDs. The record is filed under each of them. */
  ids: v.array(v.string()),
  /** The digits of the customer's phone, to which answers go; absent while WhatsApp gives none. */
  waId: v.optional(v.string()),
  /** The business-scoped user id, where answers go when there is no phone. */
  userId: v.optional(v.string()),
  /** Former phones, with the end of their use (epoch milliseconds); somebody else may have them now. */
  former: v.optional(v.array(v.object({ waId: v.string(), until: v.number() }))),
  /** The last name from WhatsApp. A visitor with another name was renamed by an agent. */
  profileName: v.optional(v.string()),
  /** Whether messages of theirs wait until an agent is available. */
  holding: v.optional(v.boolean()),
  /** When they last got the offline text, epoch milliseconds. */
  offlineSentAt: v.optional(v.number()),
  visitor: v.object({
    id: v.string(),
    token: v.string(),
    username: v.string(),
    name: v.string(),
  }),
});

/**
 * What is known about one customer at one of our numbers. There are never two for the same pair. `optOut` and `offer`
 * are stored in separate records that are read along. Other instances see an offer within a minute, and an opt-out before
 * they send the next message (`deliver.ts`). Messages that wait for the customer to write are read along as well
 * (`keptMessages.ts`): `keeping` says that there may be some.
 */
export type Conversation = v.InferOutput<typeof conversationSchema> & {
  optOut?: OptOut;
  offer?: NumberedOffer;
  keeping?: boolean;
};

/**
 * Whether a record of a message belongs to this conversation. A phone that somebody else had before is no proof: then
 * the key is made from the phone and differs from it.
 */
export function isOf(conversation: Conversation, { number, customer }: { number: string; customer: string }): boolean {
  const { customer: key, ids } = conversation;
  const isTheirs = sameCustomer(customer, key) || (!key.includes('~') && ids.includes(customer));
  return number === conversation.number && isTheirs;
}

/** The records under a customer's ids. Somebody who never wrote may have opted out. */
export interface KnownCustomer {
  conversation?: Conversation;
  optOut?: OptOut;
  /** A template was sent to them, and they have never written. */
  isWrittenTo?: boolean;
}

/** The conversation of a customer with a number, by any of their ids, found by `findCustomer`. */
export async function findConversation(
  host: Host,
  number: string,
  ids: readonly string[],
): Promise<Conversation | undefined> {
  return (await findCustomer(host, number, ids)).conversation;
}

/**
 * What is known about a customer at a number, by any of their ids: from this process's memory, or by one read for each
 * id. A former owner of a phone counts only when nobody has it now.
 */
export async function findCustomer(host: Host, number: string, ids: readonly string[]): Promise<KnownCustomer> {
  for (const id of ids) {
    const remembered = host.memory.conversations.get(conversationKey(number, id));
    if (remembered) {
      return { conversation: remembered, optOut: remembered.optOut };
    }
  }
  const beside: object[] = [];
  for (const id of ids) {
    const { all, records } = await readRecords(host, number, id);
    beside.push(...records);
    const owners = all.filter((each) => formerUntil(each, id) === undefined);
    const [last] = all.sort((a, b) => (formerUntil(b, id) ?? 0) - (formerUntil(a, id) ?? 0));
    const owner = owners.reduce(moreIds, undefined) ?? last;
    if (owner) {
      const conversation = withFacts(owner, beside);
      remember(host, conversation);
      return { conversation, optOut: conversation.optOut };
    }
  }
  const optOut = readOptOuts(beside).find(({ customer }) => customer === undefined);
  return { optOut, isWrittenTo: readAwaited(beside).length > 0 };
}

/** The conversation with this key, which rooms and records use; a key of an older record is searched for as an id. */
export async function findByKey(host: Host, number: string, key: string): Promise<Conversation | undefined> {
  const remembered = host.memory.conversations.get(ownKey(number, key));
  if (remembered) {
    return remembered;
  }
  const { all, records } = await readRecords(host, number, key);
  const owner = all.find(({ customer }) => customer === key);
  if (!owner) {
    return findConversation(host, number, [key]);
  }
  const found = withFacts(owner, records);
  remember(host, found);
  return found;
}

/**
 * Until when an id belonged to this customer, epoch milliseconds; undefined when it is not known to belong to somebody
 * else now.
 */
export function formerUntil({ former }: Pick<Conversation, 'former'>, id: string): number | undefined {
  return former?.find(({ waId }) => sameCustomer(waId, id))?.until;
}

/**
 * Stores a conversation. Ids of a customer are only ever added. A record is never moved to new ids, because a crash
 * could lose it half-way. Instead another record is written, and the one with the most ids counts.
 */
export async function saveConversation(host: Host, conversation: Conversation): Promise<void> {
  await storeConversation(host, conversation);
  const { optOut, ids } = conversation;
  if (optOut && ids.some((id) => !optOut.ids.includes(id))) {
    await noteOptOut(host, conversation, optOut);
  } else {
    remember(host, conversation);
  }
}

/** Stores a conversation without caching it. */
export async function storeConversation(host: Host, conversation: Conversation): Promise<void> {
  await host.persistence.updateByAssociations(
    associationsOf(conversation.number, conversation.ids),
    toRecord({ ...conversation, optOut: undefined, offer: undefined, keeping: undefined }),
    true,
  );
}

/** The conversations among records that were found under an id of a customer. One customer may have several records. */
export function readConversations(records: readonly unknown[]): Conversation[] {
  return records.flatMap((record) => readConversation(record) ?? []);
}

/** Clears this process's cache of a customer whose records were deleted. */
export function forgetRemembered(host: Host, { number, customer, ids }: Conversation): void {
  const { conversations, lastHeard, lastMessages, markedRead } = host.memory;
  conversations.delete(ownKey(number, customer));
  for (const key of ids.map((id) => conversationKey(number, id))) {
    conversations.delete(key);
    lastHeard.delete(key);
    lastMessages.delete(key);
    markedRead.delete(key);
  }
}

/** Stores that a known customer opted out, under all their ids. @returns the changed conversation */
export async function noteOptOut(
  host: Host,
  conversation: Conversation,
  wish: Pick<OptOut, 'at' | 'from' | 'wamid'>,
): Promise<Conversation> {
  const { number, customer, ids } = conversation;
  const { at, from, wamid } = wish;
  const optOut: OptOut = { kind: 'opt-out', number, customer, ids, at, from, wamid };
  await storeOptOut(host, optOut);
  const noted = { ...conversation, optOut };
  remember(host, noted);
  return noted;
}

/** Stores that a customer wants messages again. @returns the changed conversation */
export async function noteOptIn(host: Host, conversation: Conversation): Promise<Conversation> {
  const { number, ids, optOut } = conversation;
  await removeOptOut(host, { number, ids: [...new Set([...ids, ...(optOut?.ids ?? [])])] });
  const { optOut: _gone, ...noted } = conversation;
  remember(host, noted);
  return noted;
}

/** Stores the numbered question that the customer may answer with a text, or that there is none any more. */
export async function noteOffer(
  host: Host,
  conversation: Conversation,
  offer: NumberedOffer | undefined,
): Promise<void> {
  await (offer ? storeOffer(host, conversation, offer) : removeOffer(host, conversation));
  const { offer: _before, ...rest } = conversation;
  remember(host, offer ? { ...rest, offer } : rest);
}

/** Caches in this process whether messages wait for the customer to write. */
export function rememberKeeping(host: Host, conversation: Conversation, keeping: boolean): void {
  remember(host, { ...conversation, keeping });
}

/** The cache key of a customer at a number. */
export function conversationKey(number: string, id: string): string {
  return `${number} ${id}`;
}

/** The cache key of a conversation by its own key, which may be somebody else's phone now. */
function ownKey(number: string, customer: string): string {
  return conversationKey(number, `=${customer}`);
}

/** The newest conversation of each customer, with the separate records beside it: one round trip. */
async function readRecords(
  host: Host,
  number: string,
  id: string,
): Promise<{ all: Conversation[]; records: object[] }> {
  const by = association('conversation', conversationKey(number, id));
  const newest = new Map<string, Conversation>();
  const records = await host.read.getPersistenceReader().readByAssociation(by);
  for (const record of records) {
    const each = readConversation(record);
    const known = each && moreIds(newest.get(each.customer), each);
    if (known) {
      newest.set(known.customer, known);
    }
  }
  return { all: [...newest.values()], records };
}

/** A conversation with the separate records beside it. */
function withFacts(conversation: Conversation, records: readonly object[]): Conversation {
  const optOut = readOptOuts(records).find(
    ({ customer }) => customer === undefined || customer === conversation.customer,
  );
  const offer = readOffer(records, conversation.customer);
  const keeping = readKept(records).some(({ customer }) => customer === conversation.customer);
  return {
    ...conversation,
    ...(optOut ? { optOut } : {}),
    ...(offer ? { offer } : {}),
    ...(keeping ? { keeping } : {}),
  };
}

function readConversation(record: unknown): Conversation | undefined {
  const parsed = v.safeParse(conversationSchema, record);
  return parsed.success ? parsed.output : undefined;
}

function moreIds(one: Conversation | undefined, other: Conversation | undefined): Conversation | undefined {
  return (other?.ids.length ?? 0) >= (one?.ids.length ?? 0) ? other : one;
}

function remember(host: Host, conversation: Conversation): void {
  const { conversations } = host.memory;
  const { number, customer, ids } = conversation;
  conversations.set(ownKey(number, customer), conversation);
  for (const id of ids) {
    const key = conversationKey(number, id);
    if (formerUntil(conversation, id) === undefined) {
      conversations.set(key, conversation);
    } else if (conversations.get(key)?.customer === customer) {
      conversations.delete(key);
    }
  }
}

function associationsOf(number: string, ids: readonly string[]) {
  return ids.map((id) => association('conversation', conversationKey(number, id)));
}
