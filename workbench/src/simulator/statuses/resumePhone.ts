import { conversationOf } from '../customers/conversationOf';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/CustomerRecord';
import { readAfter } from './readAfter';
import type { StatusJob } from './StatusJob';

/** The phone is switched on again: what waited for it is delivered now, and read as usual. */
export function resumePhone({ store, jobs, clock, switches }: Simulator, customer: CustomerRecord): void {
  for (const { wamid, phoneNumber, message } of store.messages.undelivered(customer.id)) {
    if (message.type === 'reaction') continue;
    const { open } = conversationOf(store, phoneNumber, customer.id);
    const readAfterMs = readAfter(switches.current(), open);
    jobs.add('status', clock.now(), { wamid, status: 'delivered' } satisfies StatusJob);
    if (readAfterMs !== null) {
      jobs.add('status', clock.now() + readAfterMs, { wamid, status: 'read' } satisfies StatusJob);
    }
  }
}
