import * as v from 'valibot';
import type { Reader } from './readScope';
import { eventBase, findCustomer } from './readScope';
import { tolerant } from './tolerant';

const schema = v.object({
  id: tolerant.word,
  from: tolerant.word,
  from_user_id: tolerant.word,
  to: tolerant.word,
  to_user_id: tolerant.word,
  event: tolerant.word,
  direction: tolerant.word,
  status: tolerant.word,
  duration: tolerant.number,
  timestamp: v.optional(v.unknown()),
});

/** One item of `calls`. Without a direction it is the customer's own call, as Meta's first bodies had it. */
export const readCall: Reader = (item, scope) => {
  const parsed = v.safeParse(schema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const { id, from, from_user_id, to, to_user_id, event, direction, status, duration, timestamp } = parsed.output;
  if (id === undefined) return [{ reason: 'missing-id' }];
  const isOut = direction?.toUpperCase() === 'BUSINESS_INITIATED';
  // `from` and `to` of an ended call are seen both ways round: the contact tells who the customer is.
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
