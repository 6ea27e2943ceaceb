import { applyStatus } from './applyStatus';
import type { Task } from './Task';

/** A status that came in one webhook with messages. */
export async function takeStatus({ host, event }: Task<'status'>): Promise<void> {
  await applyStatus(host, event);
}
