import * as v from 'valibot';
import { readCall } from './readCall';
import { readEcho, readHistory } from './readCoexistence';
import { readMessage } from './readMessage';
import type { Reader } from './readScope';
import { eventBase, findCustomer } from './readScope';
import { readStatus } from './readStatus';
import { tolerant } from './tolerant';

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

/** Name of a list in a change → reads one item of that list. */
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
