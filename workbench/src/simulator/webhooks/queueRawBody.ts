import type { Simulator } from '../Simulator';
import type { DeliveryRecord } from '../store/DeliveryRecord';
import { reportDelivery } from './reportDelivery';

/** Queues a body to be delivered just as it is (replays, broken bodies). Returns the delivery. */
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
