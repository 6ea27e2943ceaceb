import type { Task } from './Task';

/** Groups are not conversations with a customer. The log says so, without the person's number or words. */
export function refuseGroup({ host, event, number }: Task<'group'>): Promise<void> {
  host.logger.info(`A ${event.what} of a group was refused at the number …${number.digits.slice(-4)}.`);
  return Promise.resolve();
}
