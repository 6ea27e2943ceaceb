import * as v from 'valibot';
import { readContent } from '../content/readContent';
import { findCustomer } from '../findCustomer';
import { readAddress } from '../readAddress';
import type { Reader, Rejection } from '../Reader';
import { readErrors } from '../readErrors';
import type { Scope } from '../Scope';
import { tolerant } from '../tolerant';
import type { WebhookEvent } from '../WebhookEvent';
import { eventBase } from './eventBase';
import { messageSchema } from './messageSchema';
import { plainWord } from './plainWord';

const schema = v.object({
  errors: v.optional(v.unknown()),
  threads: tolerant.listOf(v.object({ id: tolerant.word, messages: tolerant.list })),
});

/** One item of `history`: a part of the chats of before, by customer; or the error that there are none to be had. */
export const readHistory: Reader = (item, scope) => {
  const parsed = v.safeParse(schema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const { threads, errors } = parsed.output;
  const troubles = readErrors(errors);
  return [
    ...(troubles.length > 0
      ? [{ kind: 'account-error' as const, errors: troubles, number: scope.number, timestamp: null }]
      : []),
    ...threads.flatMap(({ id, messages }) => messages.map((message) => readOld(message, id, scope))),
  ];
};

function readOld(item: unknown, thread: string | undefined, scope: Scope): WebhookEvent | Rejection {
  const parsed = v.safeParse(messageSchema, item);
  if (!parsed.success) return { reason: 'not-an-object' };
  const raw = parsed.output;
  if (raw.id === undefined) return { reason: 'missing-id', type: plainWord(raw.type) };
  const { waId } = readAddress(raw.from);
  const isOut = raw.to !== undefined || (waId !== undefined && waId === scope.number.displayNumber);
  const addresses = isOut
    ? { address: raw.to ?? thread, userId: raw.to_user_id }
    : { address: raw.from ?? thread, userId: raw.from_user_id };
  const customer = findCustomer(addresses, scope);
  if (!customer) return { reason: 'missing-sender', type: plainWord(raw.type) };
  const direction = isOut ? 'out' : 'in';
  return {
    kind: 'history',
    direction,
    wamid: raw.id,
    customer,
    content: readContent(item),
    ...eventBase(raw.timestamp, scope),
  };
}
