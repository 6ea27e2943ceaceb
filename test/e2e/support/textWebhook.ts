import { randomUUID } from 'node:crypto';
import type { SimulatorClient } from './SimulatorClient';
import type { SimulatedCustomer } from './SimulatorDocuments';
import { webhookOf } from './webhookOf';

/** A webhook with texts of one customer, each a new one of now unless its wamid or time (epoch milliseconds) is given. */
export function textWebhook(
  sim: SimulatorClient,
  number: string,
  { waId, name }: Pick<SimulatedCustomer, 'waId' | 'name'>,
  texts: readonly { body: string; wamid?: string; at?: number }[],
) {
  return webhookOf(sim, number, {
    contacts: [{ profile: { name }, wa_id: waId }],
    messages: texts.map(({ body, wamid = `wamid.${randomUUID()}`, at = Date.now() }) => ({
      from: waId,
      id: wamid,
      timestamp: String(Math.floor(at / 1_000)),
      type: 'text',
      text: { body },
    })),
  });
}
