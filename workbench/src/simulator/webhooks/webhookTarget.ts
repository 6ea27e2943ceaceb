import type { Simulator } from '../Simulator';
import type { DeliveryRecord } from '../store/DeliveryRecord';
import type { NumberRecord, WebhookTarget } from '../store/NumberRecord';
import { WABA_WEBHOOK } from './wabaWebhook';

/**
 * Where a delivery goes now. Messages: the number's webhook wins over the WABA's. Template and account events: the WABA's,
 * or (by switch) the number's when the WABA has none.
 */
export function webhookTarget(
  { store, switches }: Simulator,
  number: NumberRecord,
  target: DeliveryRecord['target'],
): WebhookTarget | undefined {
  const waba = store.settings.get<WebhookTarget | null>(WABA_WEBHOOK) ?? undefined;
  const own = number.webhook ?? undefined;
  if (target === 'number') return own ?? waba;
  return waba ?? (switches.current().accountEvents === 'waba-or-number' ? own : undefined);
}
