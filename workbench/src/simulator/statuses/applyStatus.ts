import { conversationOf } from '../customers/conversationOf';
import type { MetaRefusal } from '../errors/metaError';
import { metaErrorCodes } from '../errors/metaErrorCodes';
import type { JsonObject } from '../json';
import { showOnPhone } from '../phone/showOnPhone';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/customers';
import type { MessageRecord, MessageStatus } from '../store/messages';
import { queueWebhook } from '../webhooks/queueWebhook';
import type { WebhookElement } from '../webhooks/WebhookElement';
import { contactOf } from '../webhooks/WebhookElement';
import type { StatusJob } from './StatusJob';

/** Moves a message to a status and queues the webhook. A phone that is off receives nothing, and receipts may be off. */
export function applyStatus(simulator: Simulator, { wamid, status, refusal }: StatusJob): void {
  const { store } = simulator;
  const record = store.messages.byWamid(wamid);
  const customer = record && store.customers.byId(record.customerId);
  if (!record || !customer) return;
  const isOnPhone = statusRank[status] >= statusRank.delivered;
  if (isOnPhone && customer.offline) return;
  if (statusRank[status] >= statusRank.read && !customer.readReceipts) return;
  const errors = refusal && statusErrors(refusal);
  store.transaction(() => {
    if (statusRank[status] > statusRank[record.status]) {
      const moved = { ...record, status, errors };
      store.messages.save(moved);
      showOnPhone(simulator, moved);
    }
    queueWebhook(simulator, record.phoneNumber, buildStatus(simulator, record, customer, status, errors));
  });
}

/** Order of the statuses; a message only moves upward, and a failure does not undo a delivery. */
const statusRank: Record<MessageStatus, number> = {
  received: 0,
  accepted: 0,
  sent: 1,
  failed: 2,
  delivered: 3,
  read: 4,
  played: 5,
};

const DAY_SECONDS = 24 * 3600;

/**
 * The status as 360dialog's sandbox was seen to deliver it: contacts without profile, `recipient_user_id`, conversation and
 * pricing also with read. Failed ones have errors instead.
 */
function buildStatus(
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

/** `pricing` of a status under per-message pricing: service messages are free, templates are billed. */
function pricingOf(category: string): JsonObject {
  const isFree = category === 'service';
  return {
    billable: !isFree,
    pricing_model: 'PMP',
    category,
    type: isFree ? 'free_customer_service' : 'regular',
  };
}

const HREF = '/documentation/business-messaging/whatsapp/support/error-codes';

/** The `errors` of a `failed` status. */
function statusErrors(refusal: MetaRefusal): JsonObject[] {
  const known = metaErrorCodes[refusal.code];
  const title = refusal.message ?? known?.title ?? 'Generic user error';
  const details = refusal.details ?? known?.details ?? title;
  return [{ code: refusal.code, title, message: title, error_data: { details }, href: HREF }];
}
