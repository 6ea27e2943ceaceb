import type { JsonObject } from '../json/JsonObject';
import type { Simulator } from '../Simulator';
import { queueWebhook } from './queueWebhook';
import { webhookTarget } from './webhookTarget';

/** Queues a template or account event: once for each webhook that WABA-level events go to. */
export function queueAccountEvent(simulator: Simulator, wabaId: string, field: string, value: JsonObject): void {
  const reached = new Set<string>();
  for (const number of simulator.store.numbers.all()) {
    const target = number.wabaId === wabaId ? webhookTarget(simulator, number, 'waba') : undefined;
    if (!target || reached.has(target.url)) continue;
    reached.add(target.url);
    queueWebhook(simulator, number.phoneNumber, { field, item: value, account: true });
  }
}
