import { conversationOf } from '../customers/conversationOf';
import { createWamid, userDigits } from '../customers/createIds';
import type { JsonObject } from '../json';
import { textOf } from '../json';
import { showOnPhone } from '../phone/showOnPhone';
import { queueWebhook } from '../webhooks/queueWebhook';
import { contactOf } from '../webhooks/WebhookElement';
import type { InboundKind, InboundParts, InboundRequest } from './InboundKind';
import { inboundKinds } from './inboundKinds';

/**
 * A customer sends something: it appears in the chat, restarts the 24 h window, and is queued for the webhook. When the
 * business has blocked the customer it stays on the phone. Returns the wamid; `id` and `timestamp` of the message are
 * taken when they are given, so that duplicates and late messages can be played.
 * @throws RangeError when the request does not fit its kind (a reply to an option that is not there).
 */
export function receiveMessage(request: InboundRequest): string {
  const { simulator, number, customer, message } = request;
  const { store, clock } = simulator;
  const kind = inboundKinds[textOf(message.type) ?? 'text'] ?? anything;
  const parts = kind.build(request);
  const wamid = textOf(message.id) ?? createWamid(userDigits(customer), parts.isEcho ? 'out' : 'in');
  const given = textOf(message.timestamp);
  const seconds = given ?? clock.seconds();
  const isBlocked = store.blocks.has(number.phoneNumber, customer.waId ?? customer.userId);
  store.transaction(() => {
    // The webhook tells seconds; the phone keeps the moment, so that it stands behind what came in the same second.
    keep(request, parts, wamid, Number.isFinite(Number(given)) ? Number(given) * 1000 : clock.now());
    if (parts.opensWindow !== false && !parts.isEcho) {
      const conversation = conversationOf(store, number.phoneNumber, customer.id);
      store.conversations.save({ ...conversation, lastInboundAt: clock.now() });
    }
    if (!isBlocked) {
      queueWebhook(simulator, number.phoneNumber, {
        field: parts.field ?? 'messages',
        list: parts.list ?? 'messages',
        item: parts.isComplete
          ? parts.item
          : { ...senderOf(request, parts), id: wamid, timestamp: seconds, ...parts.item },
        contacts: parts.isAnonymous ? [] : [contactOf(simulator, customer, true)],
        beside: parts.beside,
      });
    }
    parts.effect?.();
  });
  return wamid;
}

function senderOf({ simulator, customer }: InboundRequest, { isEcho }: InboundParts): JsonObject {
  if (isEcho) return {};
  const mayShowUserId = simulator.switches.current().userIds === 'on' || customer.waId === undefined;
  return {
    ...(customer.waId !== undefined && { from: customer.waId }),
    ...(mayShowUserId && { from_user_id: customer.userId }),
  };
}

/** Puts the message into the chat, unless this very wamid is there already. */
function keep(
  { simulator, number, customer }: InboundRequest,
  { item, shown, isEcho }: InboundParts,
  wamid: string,
  timestamp: number,
): void {
  if (simulator.store.messages.byWamid(wamid)) return;
  const record = {
    wamid,
    phoneNumber: number.phoneNumber,
    customerId: customer.id,
    direction: isEcho ? ('out' as const) : ('in' as const),
    timestamp,
    message: shown ?? item,
    status: isEcho ? ('delivered' as const) : ('received' as const),
    reactions: [],
    hidden: shown === null,
  };
  simulator.store.messages.insert(record);
  showOnPhone(simulator, record);
}

/** A message of a type that has no kind here goes out as it was given. */
const anything: InboundKind = {
  title: 'Anything else',
  description: 'A message object of any other type, passed on as it is.',
  example: { type: 'something_new', something_new: { any: 'thing' } },
  build: ({ message }) => ({ item: message }),
};
