import type { Simulator } from '../Simulator';

/** After a restart: what was not finished is attempted again; an attempt that broke off in the middle counts as failed. */
export function resumeDeliveries({ store, jobs, clock }: Simulator): void {
  for (const { id, attempts, nextAttemptAt } of store.deliveries.open()) {
    jobs.add('deliver', nextAttemptAt ?? clock.now(), { deliveryId: id, attempt: attempts });
  }
}
