import * as v from 'valibot';
import { readAddress } from './customers';
import { readContent } from './readContent';
import { messageSchema, readAct } from './readMessage';
import type { Reader, Rejection, Scope } from './readScope';
import { eventBase, findCustomer, plainWord } from './readScope';
import { readErrors, tolerant } from './tolerant';
import type { WebhookEvent } from './WebhookEvent';

/** Reads one item of `message_echoes`: what somebody sent to a customer from the WhatsApp Business app on the phone. */
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

const historySchema = v.object({
  errors: v.optional(v.unknown()),
  threads: tolerant.listOf(v.object({ id: tolerant.word, messages: tolerant.list })),
});

/** Reads one item of `history`: earlier chats by customer, or the error that there are none. */
export const readHistory: Reader = (item, scope) => {
  const parsed = v.safeParse(historySchema, item);
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
