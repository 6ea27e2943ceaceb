import { customerNumber } from '../load/customerNumber';
import { inFlight } from '../load/inFlight';
import { post } from '../load/post';
import { textWebhook } from '../load/textWebhook';
import type { Stage } from './Stage';

/** Lets so many customers write for the first time, so that they are known and have a room. @returns their numbers */
export async function meetCustomers({ workbench, sender, target }: Stage, count: number): Promise<string[]> {
  const customers = Array.from({ length: count }, (_, n) => customerNumber(n));
  const first = customers.map((customer) => textWebhook(sender, [{ customer, body: 'Hello' }]));
  await inFlight(4, first, (body) => post(target, body));
  await workbench.idle();
  return customers;
}
