import * as v from 'valibot';
import { findCustomer } from '../findCustomer';
import type { Reader } from '../Reader';
import { tolerant } from '../tolerant';
import { eventBase } from './eventBase';

const change = tolerant.object({ previous: tolerant.word, current: tolerant.word });
const schema = v.object({
  wa_id: tolerant.word,
  user_id: change,
  parent_user_id: change,
  timestamp: v.optional(v.unknown()),
});

/**
 * One item of `user_id_update`, as partners still send it; Meta itself tells it by a system message now.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog (11 August 2026)
 */
export const readUserIdUpdate: Reader = (item, scope) => {
  const parsed = v.safeParse(schema, item);
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
