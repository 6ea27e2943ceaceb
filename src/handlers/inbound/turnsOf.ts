import type { ConnectedNumber } from '../records/numbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { customerTurn } from './customerTurn';

/**
 * In whose turn an event is worked off: what one customer sends to one number keeps its order. Every id that is told of
 * them counts: WhatsApp tells now the phone, now the business-scoped id, and of who changes one the old and the new.
 */
export function turnsOf(event: WebhookEvent, number: ConnectedNumber): string[] {
  const ids = new Set('customer' in event ? idsOf(event) : []);
  return (ids.size > 0 ? [...ids] : [event.kind]).map((id) => customerTurn(number.digits, id));
}

function idsOf(event: Extract<WebhookEvent, { customer: object }>): string[] {
  const { waId, userId } = event.customer;
  const isMove = event.kind === 'number-changed' || event.kind === 'user-id-changed';
  const later = isMove ? [event.userId] : [];
  const moved = event.kind === 'number-changed' ? [event.waId, event.previousUserId] : [];
  return [waId, userId, ...later, ...moved].filter((id) => id !== undefined);
}
