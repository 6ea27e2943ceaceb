import { contactOf } from '../customers/contactOf';
import { conversationOf } from '../customers/conversationOf';
import type { JsonObject } from '../json/JsonObject';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/CustomerRecord';
import type { MessageRecord, MessageStatus } from '../store/MessageRecord';
import type { WebhookElement } from '../webhooks/WebhookElement';
import { pricingOf } from './pricingOf';

const DAY_SECONDS = 24 * 3600;

/**
 * The status as 360dialog's sandbox was seen to deliver it: contacts without profile, `recipient_user_id`, conversation and
 * pricing also with read. Failed ones have errors instead.
 */
export function buildStatus(
  simulator: Simulator,
  record: MessageRecord,
  customer: CustomerRecord,
  status: MessageStatus,
  errors: JsonObject[] | undefined,
): WebhookElement {
  const { clock, store } = simulator;
  const contact = contactOf(simulator, customer, false);
  const { conversationId } = conversationOf(store, record.phoneNumber, record.customerId);
  const category = record.category?.toLowerCase() ?? 'service';
  const expiration = String(Math.floor(clock.now() / 1000) + DAY_SECONDS);
  const item: JsonObject = {
    id: record.wamid,
    status,
    timestamp: clock.seconds(),
    ...(customer.waId !== undefined && { recipient_id: customer.waId }),
    ...(contact.user_id !== undefined && { recipient_user_id: contact.user_id }),
    ...(record.opaqueData !== undefined && { biz_opaque_callback_data: record.opaqueData }),
    ...(errors
      ? { errors }
      : {
          conversation: {
            id: conversationId,
            ...(status === 'sent' && { expiration_timestamp: expiration }),
            origin: { type: category },
          },
          pricing: pricingOf(category),
        }),
  };
  return { field: 'messages', list: 'statuses', item, contacts: [contact] };
}
