import type { Host } from '../../handlers/core/Host';
import { customerLock } from '../../handlers/inbound/webhook/customerLocks';
import { association, toRecord } from '../../handlers/core/records/association';
import { readAwaited, storeAwaited } from '../../handlers/omnichannel/conversations/awaited';
import { noteLateFailure, readLateFailures } from '../../handlers/outbound/bulk/bulkFailures';
import {
  conversationKey,
  forgetRemembered,
  readConversations,
  storeConversation,
} from '../../handlers/omnichannel/conversations/conversations';
import { storeDeadLetter, readDeadLetters } from '../../handlers/numbers/deadLetters';
import { replaceEntry } from '../../handlers/core/records/entries';
import { readEntry } from '../../handlers/core/records/Entry';
import { readKept, storeKept } from '../../handlers/omnichannel/conversations/keptMessages';
import { readOffers, removeOffer, storeOffer } from '../../handlers/core/records/offers';
import type { OptOut } from '../../handlers/omnichannel/conversations/optOuts';
import { readOptOuts, removeOptOut, storeOptOut } from '../../handlers/omnichannel/conversations/optOuts';
import type { CustomerRecordKind } from '../../handlers/core/records/recordKinds';
import { removeStage } from '../snapshots';
import { findBatch, findJob, removeJob, saveBatch } from '../../handlers/outbound/bulk/templateJobs';
import type { TemplatePerson } from '../../handlers/outbound/bulk/templateJobs';
import { showCustomer } from '../../handlers/whatsapp/phoneNumbers';
import type { CustomerIdentity, Owner } from './customerIdentity';
import type { CustomerRecord } from './customerRecords';
import { hasItems, othersItems } from './webhookItems';

interface Removal {
  host: Host;
  identity: CustomerIdentity;
}

type Remove = (record: CustomerRecord, removal: Removal) => Promise<void>;

/** Most records have an id of their own. */
const byEntry: Remove = async ({ entry }, { host }) => {
  if (entry !== undefined) {
    await host.persistence.removeByAssociation(association('entry', entry));
  }
};

/** Removed together, at the end: they stand under the same ids. */
const withIdentity: Remove = () => Promise.resolve();

/**
 * How a record of each kind is removed. A record that is also about other customers loses only the part about this one.
 */
const removals: Readonly<Record<CustomerRecordKind, Remove>> = {
  inbox: cutWebhook,
  undelivered: cutDeadLetter,
  link: byEntry,
  note: byEntry,
  early: byEntry,
  outbox: byEntry,
  refusal: byEntry,
  report: byEntry,
  claim: byEntry,
  held: byEntry,
  kept: byEntry,
  untold: byEntry,
  unfetched: byEntry,
  awaited: byEntry,
  conversation: withIdentity,
  'opt-out': withIdentity,
  offer: withIdentity,
  'template-batch': cutBatch,
  'template-failure': cutFailure,
  snapshot: async ({ stage }, { host }) => {
    if (stage !== undefined) {
      await removeStage(host, stage);
    }
  },
};

/**
 * Deletes the records of a customer under all their locks, so that none of their messages is processed meanwhile. A
 * crash may interrupt it anywhere: forgetting the customer again finds what is left, and their opt-out is never lost.
 *
 * @param records as `findCustomerRecords` found them
 * @param keepsOptOut whether their opt-out is kept, under their ids alone
 */
export async function removeCustomerRecords(
  host: Host,
  identity: CustomerIdentity,
  { records, keepsOptOut }: { records: readonly CustomerRecord[]; keepsOptOut: boolean },
): Promise<void> {
  const removal: Removal = { host, identity };
  const locks = identity.owners.flatMap(({ number, ids }) => [...ids].map((id) => customerLock(number, id)));
  await host.memory.locks.run(locks, async () => {
    // In reverse order: a record that is found through another one, such as a note through its message, is deleted
    // before that one.
    for (const record of [...records].reverse()) {
      await removals[record.kind](record, removal);
    }
    for (const owner of identity.owners) {
      await removeIdentity(host, owner, keepsOptOut);
    }
  });
}

async function cutWebhook(record: CustomerRecord, { host, identity }: Removal): Promise<void> {
  const inbox = readEntry(record);
  const rest = othersItems(record.body, identity.ids);
  if (inbox?.kind === 'inbox' && hasItems(rest)) {
    await replaceEntry(host, { ...inbox, body: rest });
  } else {
    await byEntry(record, { host, identity });
  }
}

/** A dead letter is stored under its webhook's id, so it was removed together with the webhook. */
async function cutDeadLetter({ entry = '' }: CustomerRecord, { host, identity }: Removal): Promise<void> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('entry', entry));
  const inbox = records.map(readEntry).find((each) => each?.kind === 'inbox');
  const own = new Set([...identity.ids].map(showCustomer));
  if (inbox?.kind !== 'inbox') {
    return;
  }
  for (const letter of readDeadLetters(records)) {
    await host.persistence.removeByAssociations([
      association('entry', entry),
      association('undelivered', inbox.sender),
    ]);
    await storeDeadLetter(host, inbox, {
      ...letter,
      customers: letter.customers.filter((customer) => !own.has(customer)),
    });
  }
}

/**
 * Blanks the customer's entry in a list. The list keeps its length, because people are found by their position. A list
 * with only this customer is removed.
 */
async function cutBatch({ job = '', at }: CustomerRecord, { host, identity }: Removal): Promise<void> {
  const known = await findJob(host, job);
  if (known?.total === 1) {
    await removeJob(host, job);
    return;
  }
  const batch = typeof at === 'number' ? await findBatch(host, job, at) : undefined;
  if (batch) {
    const people = batch.people.map((person) => (identity.ids.has(person.waId) ? blank(person) : person));
    await saveBatch(host, { ...batch, people });
  }
}

function blank({ line, outcome }: TemplatePerson): TemplatePerson {
  return { waId: '', line, outcome: { state: outcome?.state ?? 'skipped' } };
}

async function cutFailure({ job = '' }: CustomerRecord, { host, identity }: Removal): Promise<void> {
  const removed = await host.persistence.removeByAssociation(association('template-failures', job));
  for (const failure of readLateFailures(removed).filter(({ waId }) => !identity.ids.has(waId))) {
    await noteLateFailure(host, job, failure);
  }
}

/**
 * Records of a conversation have no id of their own: they are removed by all ids of the customer together. Records of
 * somebody else under the same ids are put back at once.
 */
async function removeIdentity(host: Host, owner: Owner, keepsOptOut: boolean): Promise<void> {
  const { number, ids } = owner;
  const keys = [...ids].map((id) => association('conversation', conversationKey(number, id)));
  const reader = host.read.getPersistenceReader();
  const beside = (await Promise.all(keys.map((key) => reader.readByAssociation(key)))).flat();
  const isTheirs = ({ customer }: { customer?: string }) => customer === undefined || ids.has(customer);
  const wishes = readOptOuts(beside).filter(isTheirs);
  const wish = keepsOptOut ? mergeWishes(wishes, ids) : undefined;
  await (wish ? guardWish(host, wish) : removeOptOut(host, { number, ids: wishes.flatMap((each) => each.ids) }));
  await removeOffer(host, { number, ids: [...ids] });
  for (const conversation of readConversations(beside).filter(isTheirs)) {
    const places = conversation.ids.map((id) => association('conversation', conversationKey(number, id)));
    await putBack(host, await host.persistence.removeByAssociations(places), owner);
    forgetRemembered(host, conversation);
  }
  if (wish) {
    await replaceWishes(host, wishes, wish);
  }
}

async function putBack(host: Host, removed: readonly object[], { number, ids }: Owner): Promise<void> {
  const isOthers = ({ customer }: { customer?: string }) => customer !== undefined && !ids.has(customer);
  for (const conversation of readConversations(removed).filter(isOthers)) {
    await storeConversation(host, conversation);
  }
  // This includes the customer's own opt-out: a crash must not lose it.
  for (const wish of readOptOuts(removed)) {
    await storeOptOut(host, wish);
  }
  for (const offer of readOffers(removed).filter(isOthers)) {
    await storeOffer(host, { number, ids: [...ids] }, offer);
  }
  for (const kept of readKept(removed).filter(isOthers)) {
    await storeKept(host, kept);
  }
  for (const awaited of readAwaited(removed).filter(isOthers)) {
    await storeAwaited(host, [...ids], awaited);
  }
}

/**
 * Merges the customer's choices into one that counts for their ids alone, without the key of the conversation. A phone
 * that they gave up may belong to somebody else now.
 *
 * @param wishes the most restrictive first
 */
function mergeWishes(wishes: readonly OptOut[], ids: ReadonlySet<string>): OptOut | undefined {
  const [furthest] = wishes;
  if (!furthest) {
    return undefined;
  }
  const { customer: _key, ...wish } = furthest;
  const theirs = wishes.flatMap((each) =>
    each.customer === undefined ? each.ids : each.ids.filter((id) => ids.has(id)),
  );
  return { ...wish, ids: [...new Set(theirs)] };
}

const guardOf = ({ number }: OptOut, id: string) => association('opt-out', `guard ${conversationKey(number, id)}`);

/**
 * Stores the choice once for each single id as a guard. Removing a conversation's records by all of its ids leaves the
 * guards in place, so a crash in that moment does not lose the choice. When a conversation has one id only, the guards
 * are removed with it and put back.
 */
async function guardWish(host: Host, wish: OptOut): Promise<void> {
  for (const id of wish.ids) {
    const key = conversationKey(wish.number, id);
    const places = [association('conversation', key), association('opt-out', key), guardOf(wish, id)];
    await host.persistence.updateByAssociations(places, toRecord({ ...wish, ids: [id] }), true);
  }
}

/** Replaces the earlier choices by the merged one, and removes the guards. */
async function replaceWishes(host: Host, wishes: readonly OptOut[], wish: OptOut): Promise<void> {
  for (const { number, ids, customer } of wishes) {
    const places = ids.map((id) => association('opt-out', conversationKey(number, id)));
    // No guard has several ids, and none stands in a queue.
    if (ids.length > 1) {
      await host.persistence.removeByAssociations(places);
    } else if (customer !== undefined) {
      await host.persistence.removeByAssociations([...places, association('queue', conversationKey(number, customer))]);
    }
  }
  await storeOptOut(host, wish);
  for (const id of wish.ids) {
    await host.persistence.removeByAssociation(guardOf(wish, id));
  }
}
