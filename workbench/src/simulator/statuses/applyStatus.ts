import { statusErrors } from '../errors/statusErrors';
import { showOnPhone } from '../phone/showOnPhone';
import type { Simulator } from '../Simulator';
import { queueWebhook } from '../webhooks/queueWebhook';
import { buildStatus } from './buildStatus';
import type { StatusJob } from './StatusJob';
import { statusRank } from './statusRank';

/** Moves a message to a status and queues the webhook. A phone that is off receives nothing, and receipts may be off. */
export function applyStatus(simulator: Simulator, { wamid, status, refusal }: StatusJob): void {
  const { store } = simulator;
  const record = store.messages.byWamid(wamid);
  const customer = record && store.customers.byId(record.customerId);
  if (!record || !customer) return;
  const isOnPhone = statusRank[status] >= statusRank.delivered;
  if (isOnPhone && customer.offline) return;
  if (statusRank[status] >= statusRank.read && !customer.readReceipts) return;
  const errors = refusal && statusErrors(refusal);
  store.transaction(() => {
    if (statusRank[status] > statusRank[record.status]) {
      const moved = { ...record, status, errors };
      store.messages.save(moved);
      showOnPhone(simulator, moved);
    }
    queueWebhook(simulator, record.phoneNumber, buildStatus(simulator, record, customer, status, errors));
  });
}
