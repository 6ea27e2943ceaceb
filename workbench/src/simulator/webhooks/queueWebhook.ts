import type { DeliveryPlan } from '../faults/FaultKind';
import type { JsonObject } from '../json';
import type { Simulator } from '../Simulator';
import type { DeliveryRecord } from '../store/deliveries';
import { webhookTarget } from './readWebhookTarget';
import type { WebhookElement } from './WebhookElement';

/**
 * Queues an element for a number's webhook: alone, or into the batch that is being collected. The active faults decide
 * whether it is lost, doubled, late or mixed. What was queued survives a restart.
 */
export function queueWebhook(simulator: Simulator, phoneNumber: string, element: WebhookElement): void {
  const { switches, faults } = simulator;
  const { batchSize, batchWindowMs } = switches.current();
  const plan = faults.onDelivery(phoneNumber, {
    lost: false,
    copies: 1,
    delayMs: 0,
    batchSize,
    batchWindowMs,
    shuffle: false,
  });
  for (let copy = 0; copy < plan.copies; copy += 1) queueOnce(simulator, phoneNumber, element, plan);
}

function queueOnce(simulator: Simulator, phoneNumber: string, element: WebhookElement, plan: DeliveryPlan): void {
  const { store, jobs, clock } = simulator;
  const target: DeliveryRecord['target'] = element.account ? 'waba' : 'number';
  const collecting = plan.batchSize > 1 && !plan.lost ? store.deliveries.collecting(phoneNumber, target) : undefined;
  const text = JSON.stringify({ element, shuffle: plan.shuffle });
  const bytes = Buffer.byteLength(text);
  const hasPlace = collecting && (collecting.bytes ?? 0) + bytes <= simulator.switches.current().batchBytes;
  const batch = collecting && hasPlace && collecting.elements < plan.batchSize ? collecting : undefined;
  if (collecting && !hasPlace) jobs.add('deliver', clock.now(), { deliveryId: collecting.id, attempt: 0 });
  const delivery =
    batch ??
    store.deliveries.insert({
      phoneNumber,
      createdAt: clock.now(),
      state: plan.lost ? 'lost' : 'collecting',
      target,
      summary: '',
      elements: 0,
      attempts: 0,
    });
  delivery.elements += 1;
  delivery.bytes = (delivery.bytes ?? 0) + bytes;
  delivery.summary = summarise(delivery.summary, element.list ?? element.field);
  if (plan.lost) delivery.body = JSON.stringify(element);
  else store.deliveries.addElement(delivery.id, text);
  store.deliveries.save(delivery);
  reportDelivery(simulator, delivery);
  if (plan.lost) return;
  const isFull = delivery.elements >= plan.batchSize;
  const wait = Math.max(plan.delayMs, plan.batchSize > 1 && !isFull ? plan.batchWindowMs : 0);
  if (!batch || isFull) jobs.add('deliver', clock.now() + wait, { deliveryId: delivery.id, attempt: 0 });
}

/** `messages: 2, statuses: 1` and one more of a kind. */
function summarise(summary: string, kind: string): string {
  const counts = new Map(
    summary
      .split(', ')
      .filter(Boolean)
      .map((part): [string, number] => [part.split(': ')[0] ?? '', Number(part.split(': ')[1])]),
  );
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
}

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

/** Queues a body that is delivered unchanged (replays, broken bodies). Returns the delivery. */
export function queueRawBody(simulator: Simulator, phoneNumber: string, body: string): DeliveryRecord {
  const { store, jobs, clock } = simulator;
  const delivery = store.deliveries.insert({
    phoneNumber,
    createdAt: clock.now(),
    state: 'pending',
    target: 'number',
    summary: 'raw body',
    elements: 1,
    attempts: 0,
    body,
  });
  reportDelivery(simulator, delivery);
  jobs.add('deliver', clock.now(), { deliveryId: delivery.id, attempt: 0 });
  return delivery;
}

/** After a restart: unfinished deliveries are attempted again; an interrupted attempt counts as failed. */
export function resumeDeliveries({ store, jobs, clock }: Simulator): void {
  for (const { id, attempts, nextAttemptAt } of store.deliveries.open()) {
    jobs.add('deliver', nextAttemptAt ?? clock.now(), { deliveryId: id, attempt: attempts });
  }
}

/** Tells the listeners about a delivery, without its body, which can be large. */
export function reportDelivery({ bus }: Simulator, { body: _body, ...delivery }: DeliveryRecord): void {
  if (bus.heard()) bus.emit('delivery', delivery);
}
