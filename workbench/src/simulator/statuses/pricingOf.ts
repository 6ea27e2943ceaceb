import type { JsonObject } from '../json/JsonObject';

/** `pricing` of a status under per-message pricing: service messages are free, templates are billed. */
export function pricingOf(category: string): JsonObject {
  const isFree = category === 'service';
  return {
    billable: !isFree,
    pricing_model: 'PMP',
    category,
    type: isFree ? 'free_customer_service' : 'regular',
  };
}
