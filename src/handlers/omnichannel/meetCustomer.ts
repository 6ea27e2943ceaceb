import type { Host } from '../core/Host';
import type { Conversation } from './conversations/conversations';
import { findCustomer, formerUntil, saveConversation } from './conversations/conversations';
import { phoneVariants, sameCustomer } from '../whatsapp/phoneNumbers';
import type { Customer } from '../whatsapp/webhook/EventBase';
import { renewVisitor } from './showPhone';
import { registerVisitor } from './visitor';

/**
 * Whether a number knows a customer: 'known' from before; 'new', registered just now; or 'written-to', registered just
 * now after a template was sent to them.
 */
export type Acquaintance = 'known' | 'new' | 'written-to';

/** A customer with their conversation. */
interface Meeting {
  conversation: Conversation;
  acquaintance: Acquaintance;
}

/**
 * The conversation of a customer with one of our numbers. A new customer gets a new conversation with a visitor of its
 * own, whoever has their phone elsewhere.
 *
 * @param at the time of their action, epoch milliseconds: a phone may have belonged to somebody else before
 * @throws when Rocket.Chat creates no visitor
 */
export async function meetCustomer(
  host: Host,
  number: { digits: string },
  customer: Customer,
  at: number,
): Promise<Meeting> {
  const told = [customer.waId, customer.userId].filter((id) => id !== undefined);
  const { conversation: known, optOut, isWrittenTo } = await findCustomer(host, number.digits, told);
  const lostPhoneAt = known && readLoss(known, customer);
  if (known && (lostPhoneAt === undefined || at <= lostPhoneAt)) {
    return { conversation: await refresh(host, known, customer, at), acquaintance: 'known' };
  }
  const ids = idsOf(customer);
  const [first] = ids;
  if (first === undefined) {
    throw new Error('a customer without any id cannot be met');
  }
  // The id alone may be the key of the phone's former owner.
  const primary = lostPhoneAt === undefined ? first : `${first}~${lostPhoneAt}`;
  const owner = { number: number.digits, customer: primary };
  const visitor = await registerVisitor(host, owner, customer);
  const conversation: Conversation = {
    kind: 'conversation',
    ...owner,
    ids: [...new Set([primary, ...ids])],
    waId: customer.waId,
    userId: customer.userId,
    // The visitor of a customer without a name has a generated one, which no agent gave.
    profileName: customer.name ?? visitor.name,
    visitor,
    // They may have opted out before they ever wrote; the former owner of their phone is somebody else.
    ...(optOut && !known ? { optOut } : {}),
  };
  await saveConversation(host, conversation);
  return { conversation, acquaintance: isWrittenTo ? 'written-to' : 'new' };
}

/** When a known customer lost this phone; undefined if they still have it, or if their user id proves that it is them. */
function readLoss(known: Conversation, { waId, userId }: Customer): number | undefined {
  const isThem = userId !== undefined && userId === known.userId;
  return waId === undefined || isThem ? undefined : formerUntil(known, waId);
}

/**
 * All ids that WhatsApp may use for the customer: in Brazil, Mexico and Argentina a phone has two spellings, and
 * WhatsApp uses both.
 */
function idsOf({ waId, userId }: Customer): string[] {
  const phones = waId ? [waId, ...phoneVariants(waId).filter((variant) => variant !== waId)] : [];
  return [...phones, userId].filter((id) => id !== undefined);
}

/**
 * Updates a known customer with new facts from WhatsApp: another name, a BSUID beside the phone or the reverse, another
 * spelling of the phone, or another phone. A late event from a phone that they no longer have changes nothing.
 */
async function refresh(host: Host, known: Conversation, customer: Customer, at: number): Promise<Conversation> {
  const { waId, userId, name } = customer;
  if (waId !== undefined && formerUntil(known, waId) !== undefined) {
    return known;
  }
  const isMoved = waId !== undefined && waId !== known.waId;
  const isNewId = userId !== undefined && !known.ids.includes(userId);
  const isRenamed = name !== undefined && name !== known.profileName;
  if (!isMoved && !isNewId && !isRenamed) {
    return known;
  }
  const placed = isMoved ? withPhone(known, waId, at) : known;
  const news = {
    name: isRenamed && known.visitor.name === known.profileName ? name : undefined,
    waId: isMoved && !(known.waId && sameCustomer(known.waId, waId)) ? waId : undefined,
  };
  const isNews = news.name !== undefined || news.waId !== undefined;
  const conversation: Conversation = {
    ...placed,
    ...(isNewId ? { ids: [...placed.ids, userId], userId } : {}),
    profileName: name ?? known.profileName,
    visitor: { ...known.visitor, name: isNews ? await renewVisitor(host, known, news) : known.visitor.name },
  };
  await saveConversation(host, conversation);
  return conversation;
}

/**
 * The conversation with this phone as the customer's current one. Another spelling of the same phone is not a change; a
 * phone that they gave up may belong to somebody else now.
 *
 * @param at when they got it, epoch milliseconds
 */
export function withPhone(known: Conversation, waId: string, at: number): Conversation {
  const ids = [...new Set([...known.ids, ...phoneVariants(waId)])];
  const isOther = known.waId !== undefined && !sameCustomer(known.waId, waId);
  const former = [
    ...(known.former ?? []).filter((each) => !sameCustomer(each.waId, waId)),
    ...(isOther ? [{ waId: known.waId ?? '', until: at }] : []),
  ];
  return { ...known, ids, waId, former: former.length > 0 ? former : undefined };
}
