import * as v from 'valibot';
import { findCustomer } from '../findCustomer';
import type { Reader } from '../Reader';
import { eventBase } from './eventBase';
import { messageSchema } from './messageSchema';
import { plainWord } from './plainWord';
import { readAct } from './readAct';

/** One item of `message_echoes`: what was sent to a customer from the phone's own app. */
export const readEcho: Reader = (item, scope) => {
  const parsed = v.safeParse(messageSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const raw = parsed.output;
  const type = plainWord(raw.type);
  if (raw.group_id !== undefined) return [{ kind: 'group', what: 'message', ...eventBase(raw.timestamp, scope) }];
  if (raw.id === undefined) return [{ reason: 'missing-id', type }];
  const customer = findCustomer(
    { address: raw.to, userId: raw.to_user_id, parentUserId: raw.to_parent_user_id },
    scope,
  );
  if (!customer) return [{ reason: 'missing-sender', type }];
  const act = readAct(raw, item);
  return [{ kind: 'echo', wamid: raw.id, customer, act, ...eventBase(raw.timestamp, scope) }];
};
