import * as v from 'valibot';
import { findCustomer } from '../findCustomer';
import type { Reader } from '../Reader';
import { tolerant } from '../tolerant';
import { eventBase } from './eventBase';

const schema = v.object({
  wa_id: tolerant.word,
  user_id: tolerant.word,
  parent_user_id: tolerant.word,
  category: tolerant.word,
  value: tolerant.word,
  timestamp: v.optional(v.unknown()),
});

/** One item of `user_preferences`: a customer wants no marketing messages any more, or wants them again. */
export const readUserPreference: Reader = (item, scope) => {
  const parsed = v.safeParse(schema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const { wa_id, user_id, parent_user_id, category, value, timestamp } = parsed.output;
  const customer = findCustomer({ address: wa_id, userId: user_id, parentUserId: parent_user_id }, scope);
  if (!customer) return [{ reason: 'missing-sender' }];
  const { wabaId } = scope;
  return [
    { kind: 'account', topic: 'user-preference', wabaId, customer, category, value, ...eventBase(timestamp, scope) },
  ];
};
