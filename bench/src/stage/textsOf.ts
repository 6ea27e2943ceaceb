import { textWebhook } from '../load/textWebhook';
import type { Stage } from './Stage';

/** Webhooks with texts of these customers in turn: so many texts, so many in each webhook. */
export function textsOf({ sender }: Stage, customers: readonly string[], count: number, perWebhook = 1): string[] {
  const texts = Array.from({ length: count }, (_, n) => ({
    customer: customers[n % customers.length] ?? '',
    body: `This is text number ${n}, about as long as they are`,
  }));
  return Array.from({ length: Math.ceil(count / perWebhook) }, (_, n) =>
    textWebhook(sender, texts.slice(n * perWebhook, (n + 1) * perWebhook)),
  );
}
