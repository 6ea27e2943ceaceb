import type { ConnectedNumber } from '../../numbers/numbers';
import { phoneVariants } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

/**
 * The locks under which an event is processed, so that what one customer sends to one number keeps its order. There is
 * one for each id of the customer: WhatsApp sometimes names the phone, sometimes the business-scoped id, and after a
 * change both the old and the new one.
 */
export function locksOf(event: WebhookEvent, number: ConnectedNumber): string[] {
  const ids = new Set('customer' in event ? idsOf(event) : []);
  return (ids.size > 0 ? [...ids] : [event.kind]).map((id) => customerLock(number.digits, id));
}

function idsOf(event: Extract<WebhookEvent, { customer: object }>): string[] {
  const { waId, userId } = event.customer;
  const isMove = event.kind === 'number-changed' || event.kind === 'user-id-changed';
  const later = isMove ? [event.userId] : [];
  const moved = event.kind === 'number-changed' ? [event.waId, event.previousUserId] : [];
  return [waId, userId, ...later, ...moved].filter((id) => id !== undefined);
}

/** The lock of one customer at one number by one of their ids. All spellings of a phone give the same lock. */
export function customerLock(number: string, id: string): string {
  const [first = id] = phoneVariants(id).sort();
  return `in ${number} ${first}`;
}
