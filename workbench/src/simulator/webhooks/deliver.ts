import type { Simulator } from '../Simulator';
import type { DeliveryRecord } from '../store/deliveries';
import type { NumberRecord } from '../store/numbers';
import { readJson } from '../store/readDocument';
import type { Switches } from '../switches/Switches';
import { buildEnvelope } from './buildEnvelope';
import { reportDelivery } from './queueWebhook';
import { webhookTarget } from './readWebhookTarget';
import type { WebhookElement } from './WebhookElement';
import type { WebhookAttempt } from './WebhookSender';

/** A delivery and which attempt this is; a job for an attempt that was already made does nothing. */
export interface DeliverJob {
  deliveryId: number;
  attempt: number;
}

/**
 * Makes one attempt to deliver. Only HTTP 200 within the timeout counts; everything else is repeated with growing pauses
 * until the horizon is reached (docs.360dialog.com, receiving webhooks).
 */
export async function deliver(simulator: Simulator, { deliveryId, attempt }: DeliverJob): Promise<void> {
  const { store, sender, switches } = simulator;
  const delivery = store.deliveries.byId(deliveryId);
  const number = delivery && store.numbers.byPhoneNumber(delivery.phoneNumber);
  if (!delivery || !number || delivery.attempts !== attempt) return;
  const target = webhookTarget(simulator, number, delivery.target);
  const body = closeBody(simulator, delivery, number);
  if (!target) {
    finish(simulator, { ...delivery, state: 'unroutable', error: 'no webhook is registered' });
    return;
  }
  const begun: DeliveryRecord = { ...delivery, state: 'pending', body, attempts: attempt + 1 };
  store.deliveries.save(begun);
  const { webhookConcurrency, webhookTimeoutMs } = switches.current();
  const result = await sender.post(delivery.phoneNumber, webhookConcurrency, {
    ...target,
    body,
    timeoutMs: webhookTimeoutMs,
  });
  conclude(simulator, begun, result);
}

/** The raw body: fixed at the first attempt, so that repeats are identical. */
function closeBody({ store, switches, clock, faults }: Simulator, delivery: DeliveryRecord, number: NumberRecord) {
  if (delivery.body !== undefined) return delivery.body;
  const entries = store.deliveries
    .elementsOf(delivery.id)
    .map((text) => readJson<{ element: WebhookElement; shuffle: boolean }>(text));
  const keys = entries.some(({ shuffle }) => shuffle) ? entries.map(() => Math.random()) : entries.map((_, at) => at);
  const elements = entries
    .map(({ element }, at) => ({ element, key: keys[at] ?? at }))
    .sort((a, b) => a.key - b.key)
    .map(({ element }) => element);
  const envelope = buildEnvelope(number, elements, switches.current(), clock.seconds());
  return faults.onBody(number.phoneNumber, JSON.stringify(envelope));
}

function conclude(simulator: Simulator, delivery: DeliveryRecord, result: WebhookAttempt): void {
  const { clock, jobs, switches } = simulator;
  const now = clock.now();
  const tried: DeliveryRecord = { ...delivery, ...result, error: result.error, lastAttemptAt: now };
  if (result.status === 200) {
    finish(simulator, { ...tried, state: 'delivered', nextAttemptAt: undefined });
    return;
  }
  const next = now + retryDelay(delivery.attempts, switches.current());
  if (next - delivery.createdAt > switches.current().retryHorizonMs) {
    finish(simulator, { ...tried, state: 'expired', nextAttemptAt: undefined });
    return;
  }
  jobs.add('deliver', next, { deliveryId: delivery.id, attempt: delivery.attempts } satisfies DeliverJob);
  finish(simulator, { ...tried, nextAttemptAt: next });
}

function finish(simulator: Simulator, delivery: DeliveryRecord): void {
  simulator.store.deliveries.save(delivery);
  reportDelivery(simulator, delivery);
}

/** Pause before the next attempt after so many failed ones: exponential, capped. Milliseconds. */
function retryDelay(
  attempts: number,
  { retryFirstMs, retryFactor, retryMaxMs }: Pick<Switches, 'retryFirstMs' | 'retryFactor' | 'retryMaxMs'>,
): number {
  return Math.min(retryFirstMs * retryFactor ** (attempts - 1), retryMaxMs);
}
