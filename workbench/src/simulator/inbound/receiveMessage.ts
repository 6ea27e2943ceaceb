import { contactOf } from '../customers/contactOf';
import { conversationOf } from '../customers/conversationOf';
import { createWamid } from '../identity/createWamid';
import type { JsonObject } from '../json/JsonObject';
import { textOf } from '../json/textOf';
import { showOnPhone } from '../phone/showOnPhone';
import { queueWebhook } from '../webhooks/queueWebhook';
import { inboundKinds } from './inboundKinds';
import type { InboundParts } from './InboundParts';
import type { InboundRequest } from './InboundRequest';
import { anything } from './kinds/anything';
import { userDigits } from '../identity/userDigits';

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
