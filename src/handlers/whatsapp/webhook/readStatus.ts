import * as v from 'valibot';
import type { Reader } from './readScope';
import { eventBase, findCustomer, plainWord } from './readScope';
import { readErrors, readTime, tolerant } from './tolerant';

const schema = v.object({
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
 * One item of `statuses`. Statuses of other things (payments, calls) and new ones are told as such; those of groups
 * without the person.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export const readStatus: Reader = (item, scope) => {
  const parsed = v.safeParse(schema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  const raw = parsed.output;
  const base = eventBase(raw.timestamp, scope);
  if (raw.recipient_type === 'group') return [{ kind: 'group', what: 'status', ...base }];
  if (raw.id === undefined) return [{ reason: 'missing-id', type: plainWord(raw.status) }];
  if (raw.type === 'call') {
    const event = raw.status ?? '';
    return [{ kind: 'call', wamid: `${raw.id} ${event}`, customer: findRecipient() ?? {}, event, ...base }];
  }
  // A payment can fail although its message has arrived.
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
