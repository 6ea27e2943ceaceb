import { settle } from '../records/settle';
import { takeNotice } from './takeNotice';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/** A customer's keys changed, perhaps because of a new phone, perhaps it is somebody else: the agents should know. */
export async function takeIdentityChange(task: Task<'identity-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    await takeNotice(task);
    const customer = event.customer.waId ?? event.customer.userId ?? '';
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}
