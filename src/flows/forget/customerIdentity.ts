import type { Host } from '../../handlers/core/Host';
import { association } from '../../handlers/core/records/association';
import type { Conversation } from '../../handlers/omnichannel/conversations/conversations';
import {
  conversationKey,
  formerUntil,
  readConversations,
} from '../../handlers/omnichannel/conversations/conversations';
import { readInstall } from '../../handlers/core/records/install';
import { readNumbers } from '../../handlers/numbers/numbers';
import { phoneVariants } from '../../handlers/whatsapp/phoneNumbers';

/** A customer's identity at one of our numbers. */
export interface Owner {
  /** The digits of our number. */
  number: string;
  /** The names by which records of this number refer to them: the key of their conversation, if there is one, and all their ids. */
  ids: ReadonlySet<string>;
  /** What is known about them; absent for somebody who has never written. */
  conversation?: Conversation;
}

/** All ids of one customer, at every number that is or was connected. */
export interface CustomerIdentity {
  owners: readonly Owner[];
  /** The ids at all numbers together. */
  ids: ReadonlySet<string>;
}

/**
 * Finds the customer who has a phone number or WhatsApp id now, at each of our numbers. A customer who had the phone
 * earlier is somebody else, unless nobody has it now. It costs one round trip for each id and number.
 */
export async function identify(host: Host, id: string): Promise<CustomerIdentity> {
  const connected = (await readNumbers(host)).map(({ digits }) => digits);
  const { formerNumbers = [] } = await readInstall(host);
  const owners: Owner[] = [];
  for (const number of new Set([...connected, ...formerNumbers])) {
    owners.push(await ownerAt(host, number, phoneVariants(id)));
  }
  return { owners, ids: new Set(owners.flatMap((owner) => [...owner.ids])) };
}

/** Whether records of a number that name a given id are about this customer. */
export function isOwn({ owners }: CustomerIdentity, number: string, customer: string): boolean {
  return owners.some((owner) => owner.number === number && owner.ids.has(customer));
}

/** Whether a key that `conversationKey` made belongs to this customer. */
export function isOwnKey({ owners }: CustomerIdentity, key: string | undefined): boolean {
  return keysOf(owners).some((own) => own === key);
}

/** All keys of the customer, as `conversationKey` makes them. */
export function keysOf(owners: readonly Owner[]): string[] {
  return owners.flatMap(({ number, ids }) => [...ids].map((id) => conversationKey(number, id)));
}

async function ownerAt(host: Host, number: string, ids: readonly string[]): Promise<Owner> {
  const found: Conversation[] = [];
  for (const id of ids) {
    const by = association('conversation', conversationKey(number, id));
    found.push(...readConversations(await host.read.getPersistenceReader().readByAssociation(by)));
  }
  const holders = found.filter((each) => ids.every((id) => formerUntil(each, id) === undefined));
  const [owner] = [...(holders.length > 0 ? holders : found)].sort((a, b) => b.ids.length - a.ids.length);
  if (!owner) {
    return { number, ids: new Set(ids) };
  }
  // A phone that they gave up is not theirs, and neither is the key of another customer who is known by one of their
  // ids.
  const others = new Set(found.map(({ customer }) => customer).filter((customer) => customer !== owner.customer));
  const isTheirs = (id: string) => formerUntil(owner, id) === undefined && !others.has(id);
  return { number, ids: new Set([owner.customer, ...owner.ids.filter(isTheirs)]), conversation: owner };
}
