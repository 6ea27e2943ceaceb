import { showCustomer } from '../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';

/** Whose events these are, each customer once, as admins read it. */
export function customersOf(events: readonly WebhookEvent[]): string[] {
  const ids = events.flatMap((event) =>
    'customer' in event ? (event.customer.waId ?? event.customer.userId ?? []) : [],
  );
  return [...new Set(ids)].map(showCustomer);
}
