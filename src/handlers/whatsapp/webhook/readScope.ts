import * as v from 'valibot';
import { readAddress, readContacts } from './customers';
import type { Customer, EventBase, NumberReference, WhatsAppError } from './EventBase';
import { readErrors, readTime, tolerant } from './tolerant';
import type { RejectReason, WebhookEvent } from './WebhookEvent';

/** One change of a webhook body, without its wrappers. */
export interface Change {
  field: string;
  value: Record<string, unknown>;
  /** Meta's id of the business account. */
  wabaId?: string;
  /** When the body was made, which is the time of items without their own. */
  time?: unknown;
  /** Its position in the body, such as `entry.0.changes.1`. */
  at: string;
}

/** The facts that all items of a change share. */
export interface Scope {
  number: NumberReference;
  field: string;
  wabaId?: string;
  standby?: true;
  /** When the body was made, which is the time of items without their own. */
  time?: unknown;
  /** The people the change names. */
  contacts: Customer[];
  /** Errors of the change as a whole. */
  errors: WhatsAppError[];
  /** The number of items in the list. */
  count: number;
}

/** Why an item could not be parsed. `type` is the item's own type, if it is a plain word. */
export interface Rejection {
  reason: RejectReason;
  type?: string;
}

/** Reads one item of a list such as `messages` or `statuses`. */
export type Reader = (item: unknown, scope: Scope) => (WebhookEvent | Rejection)[];

const valueSchema = v.object({
  metadata: tolerant.object({ phone_number_id: tolerant.word, display_phone_number: tolerant.word }),
  display_phone_number: tolerant.word,
  contacts: v.optional(v.unknown()),
  errors: v.optional(v.unknown()),
});

/** Reads the facts that the items of a change share: their number, the named people, the errors. */
export function readScope({ field, value, wabaId, time }: Change): Scope {
  const { metadata, display_phone_number, contacts, errors } = v.parse(valueSchema, value);
  const display = (metadata?.display_phone_number ?? display_phone_number)?.replace(/\D/g, '');
  return {
    number: { phoneNumberId: metadata?.phone_number_id, displayNumber: display === '' ? undefined : display },
    field,
    wabaId,
    time,
    // Meta's own agent holds the conversation; 360dialog delivers what goes on there under a field of its own.
    standby: field === 'standby' ? true : undefined,
    contacts: readContacts(contacts),
    errors: readErrors(errors),
    count: 0,
  };
}

/** The addresses by which an item names a person. */
interface Addresses {
  /** A phone; some senders put the user id here. */
  address?: string;
  userId?: string;
  parentUserId?: string;
}

/**
 * The sender or recipient of an item: its own addresses, completed by the contact with the same phone or user id. A
 * change with one item and one contact is about that contact, even if the item names nobody.
 *
 * @returns undefined when nobody is named
 */
export function findCustomer({ address, userId, parentUserId }: Addresses, scope: Scope): Customer | undefined {
  const own = { ...readAddress(address), ...(userId === undefined ? {} : { userId }) };
  const only = scope.contacts.length === 1 && scope.count === 1 ? scope.contacts[0] : undefined;
  const contact =
    scope.contacts.find((each) => own.waId !== undefined && each.waId === own.waId) ??
    scope.contacts.find((each) => own.userId !== undefined && each.userId === own.userId);
  const isNamed = own.waId !== undefined || own.userId !== undefined;
  const known = contact ?? (isNamed ? undefined : only);
  const ids: Customer = { ...known, ...own };
  if (ids.waId === undefined && ids.userId === undefined) return undefined;
  return {
    ...ids,
    parentUserId: parentUserId ?? known?.parentUserId,
    // The contact may have another spelling (Brazil's ninth digit); with one item it cannot be anybody else.
    name: known?.name ?? only?.name,
  };
}

/** The fields that every event of a change has. */
export function eventBase(timestamp: unknown, { number, standby }: Scope): EventBase {
  return { number, ...readTime(timestamp), ...(standby ? { standby } : {}) };
}

/** A type or status, if it is safe to log: one short word of letters, never something that a person wrote. */
export function plainWord(value: string | undefined): string | undefined {
  return value !== undefined && /^[a-z][a-z_]{0,39}$/i.test(value) ? value : undefined;
}
