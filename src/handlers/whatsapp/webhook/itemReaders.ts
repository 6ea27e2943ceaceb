import * as v from 'valibot';
import { readEcho, readHistory } from './readCoexistence';
import { readMessage } from './readMessage';
import type { Reader } from './readScope';
import { eventBase, findCustomer, plainWord } from './readScope';
import { readErrors, readTime, tolerant } from './tolerant';

const statusSchema = v.object({
  id: tolerant.word,
  status: tolerant.word,
  timestamp: v.optional(v.unknown()),
  recipient_id: tolerant.word,
  recipient_user_id: tolerant.word,
  recipient_parent_user_id: tolerant.word,
  recipient_type: tolerant.word,
  biz_opaque_callback_data: tolerant.word,
  errors: v.optional(v.unknown()),
  pricing: tolerant.object({
    billable: tolerant.flag,
    pricing_model: tolerant.word,
    type: tolerant.word,
    category: tolerant.word,
  }),
  conversation: tolerant.object({
    id: tolerant.word,
    expiration_timestamp: v.optional(v.unknown()),
    origin: tolerant.object({ type: tolerant.word }),
  }),
  type: tolerant.term,
});

const delivery = v.picklist(['sent', 'delivered', 'read', 'played', 'failed', 'deleted']);

/**
 * Reads one item of `statuses`. Statuses of payments and calls, and unknown ones, become events of their own; those of
 * groups omit the person. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
const readStatus: Reader = (item, scope) => {
  const parsed = v.safeParse(statusSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const raw = parsed.output;
  const base = eventBase(raw.timestamp, scope);
  if (raw.recipient_type === 'group') return [{ kind: 'group', what: 'status', ...base }];
  if (raw.id === undefined) return [{ reason: 'missing-id', type: plainWord(raw.status) }];
  if (raw.type === 'call') {
    const event = raw.status ?? '';
    return [{ kind: 'call', wamid: `${raw.id} ${event}`, customer: findRecipient() ?? {}, event, ...base }];
  }
  // A payment can fail although its message arrived.
  if (raw.type === 'payment') return [{ reason: 'unknown-status', type: plainWord(raw.status) }];
  const status = v.safeParse(delivery, raw.status?.toLowerCase());
  if (!status.success) return [{ reason: 'unknown-status', type: plainWord(raw.status) }];
  const { pricing, conversation } = raw;
  return [
    {
      kind: 'status',
      wamid: raw.id,
      status: status.output,
      recipient: findRecipient() ?? {},
      errors: readErrors(raw.errors),
      callbackData: raw.biz_opaque_callback_data,
      pricing: pricing && {
        isBillable: pricing.billable,
        model: pricing.pricing_model,
        type: pricing.type,
        category: pricing.category,
      },
      conversation: conversation && {
        id: conversation.id,
        origin: conversation.origin?.type,
        expiresAt: readTime(conversation.expiration_timestamp).timestamp ?? undefined,
      },
      ...base,
    },
  ];

  function findRecipient() {
    const { recipient_id: address, recipient_user_id: userId, recipient_parent_user_id: parentUserId } = raw;
    return findCustomer({ address, userId, parentUserId }, scope);
  }
};

const callSchema = v.object({
  id: tolerant.word,
  from: tolerant.word,
  from_user_id: tolerant.word,
  to: tolerant.word,
  to_user_id: tolerant.word,
  event: tolerant.term,
  direction: tolerant.word,
  status: tolerant.word,
  duration: tolerant.number,
  timestamp: v.optional(v.unknown()),
});

/** Reads one item of `calls`. Without a direction it is the customer's own call, as in Meta's first bodies. */
const readCall: Reader = (item, scope) => {
  const parsed = v.safeParse(callSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const { id, from, from_user_id, to, to_user_id, event, direction, status, duration, timestamp } = parsed.output;
  if (id === undefined) return [{ reason: 'missing-id' }];
  const isOut = direction?.toUpperCase() === 'BUSINESS_INITIATED';
  // `from` and `to` of an ended call may be swapped, so the contact decides who the customer is.
  const contact = scope.contacts.length === 1 ? scope.contacts[0] : undefined;
  const addresses = isOut ? { address: to, userId: to_user_id } : { address: from, userId: from_user_id };
  return [
    {
      kind: 'call',
      wamid: `${id} ${event ?? status ?? ''}`,
      customer: contact ?? findCustomer(addresses, scope) ?? {},
      event: event ?? status ?? '',
      direction: isOut ? 'out' : 'in',
      outcome: status,
      duration,
      ...eventBase(timestamp, scope),
    },
  ];
};

const groupSchema = v.fallback(v.object({ timestamp: v.optional(v.unknown()) }), { timestamp: undefined });

/** Reads one item of `groups`. The event says only that something happened to a group. */
const readGroup: Reader = (item, scope) => [
  { kind: 'group', what: 'change', ...eventBase(v.parse(groupSchema, item).timestamp, scope) },
];

const preferenceSchema = v.object({
  wa_id: tolerant.word,
  user_id: tolerant.word,
  parent_user_id: tolerant.word,
  category: tolerant.word,
  value: tolerant.word,
  timestamp: v.optional(v.unknown()),
});

/** Reads one item of `user_preferences`: a customer stops marketing messages, or allows them again. */
const readUserPreference: Reader = (item, scope) => {
  const parsed = v.safeParse(preferenceSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const { wa_id, user_id, parent_user_id, category, value, timestamp } = parsed.output;
  const customer = findCustomer({ address: wa_id, userId: user_id, parentUserId: parent_user_id }, scope);
  if (!customer) return [{ reason: 'missing-sender' }];
  const { wabaId } = scope;
  return [
    { kind: 'account', topic: 'user-preference', wabaId, customer, category, value, ...eventBase(timestamp, scope) },
  ];
};

const idChangeSchema = tolerant.object({ previous: tolerant.word, current: tolerant.word });
const userIdUpdateSchema = v.object({
  wa_id: tolerant.word,
  user_id: idChangeSchema,
  parent_user_id: idChangeSchema,
  timestamp: v.optional(v.unknown()),
});

/**
 * Reads one item of `user_id_update`. Partners still send it; Meta sends a system message instead.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog (11 August 2026)
 */
const readUserIdUpdate: Reader = (item, scope) => {
  const parsed = v.safeParse(userIdUpdateSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const { wa_id, user_id, parent_user_id, timestamp } = parsed.output;
  const customer = findCustomer(
    { address: wa_id, userId: user_id?.previous, parentUserId: parent_user_id?.previous },
    scope,
  );
  if (!customer || user_id?.current === undefined) return [{ reason: 'missing-sender' }];
  const { current: userId } = user_id;
  return [
    {
      kind: 'user-id-changed',
      customer,
      userId,
      parentUserId: parent_user_id?.current,
      ...eventBase(timestamp, scope),
    },
  ];
};

/** The reader of the items of each list in a change, by the list's name. */
export const itemReaders: Readonly<Record<string, Reader>> = {
  messages: readMessage,
  statuses: readStatus,
  message_echoes: readEcho,
  calls: readCall,
  groups: readGroup,
  history: readHistory,
  user_preferences: readUserPreference,
  user_id_update: readUserIdUpdate,
};
