import { customerTurn } from './customerTurn';
import type { ConnectedNumber } from '../records/numbers';
import type { WebhookEvent } from '../webhook/WebhookEvent';

/** In whose turn an event is worked off: what one customer sends to one number keeps its order. */
export function turnOf(event: WebhookEvent, number: ConnectedNumber): string {
  const customer = 'customer' in event ? (event.customer.waId ?? event.customer.userId) : undefined;
  return customerTurn(number.digits, customer ?? event.kind);
}
