import { conversationOf } from '../customers/conversationOf';
import type { MetaRefusal } from '../errors/metaError';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/customers';
import type { MessageRecord } from '../store/messages';
import type { Switches } from '../switches/Switches';
import { applyStatus } from './applyStatus';
import type { PlannedStatus, StatusJob } from './StatusJob';

/**
 * The statuses that an accepted message is going to have: sent, delivered, read at the switches' delays; only sent for a
 * reaction; failed when something speaks against it. Active faults change the plan.
 */
export function planStatuses(
  { store, switches, faults }: Simulator,
  record: MessageRecord,
  refusal: MetaRefusal | undefined,
): PlannedStatus[] {
  const { sentAfterMs, deliveredAfterMs } = switches.current();
  const sent: PlannedStatus = { status: 'sent', afterMs: sentAfterMs };
  if (refusal) return [{ status: 'failed', afterMs: sentAfterMs, refusal }];
  if (record.message.type === 'reaction') return faults.onStatuses(record.phoneNumber, [sent], undefined);
  const conversation = conversationOf(store, record.phoneNumber, record.customerId);
  const readAfterMs = readAfter(switches.current(), conversation.open);
  return faults.onStatuses(
    record.phoneNumber,
    [
      sent,
      { status: 'delivered', afterMs: deliveredAfterMs },
      ...(readAfterMs === null ? [] : [{ status: 'read' as const, afterMs: readAfterMs }]),
    ],
    record.category,
  );
}

/** Stores the planned statuses as jobs; an early one is applied and delivered before this resolves. */
export async function startStatuses(
  simulator: Simulator,
  { wamid }: MessageRecord,
  statuses: PlannedStatus[],
): Promise<void> {
  for (const { status, afterMs, early, refusal } of statuses) {
    const job: StatusJob = { wamid, status, refusal };
    if (early) applyStatus(simulator, job);
    else simulator.jobs.add('status', simulator.clock.now() + afterMs, job);
  }
  if (statuses.some(({ early }) => early)) await simulator.jobs.settle();
}

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

const GLANCE_MS = 200;

/** How long after the send a message is read: at a glance when the chat is open on the phone, else as switched, or never. */
function readAfter(
  { deliveredAfterMs, readAfterMs }: Pick<Switches, 'deliveredAfterMs' | 'readAfterMs'>,
  isOpen: boolean,
): number | null {
  return isOpen ? deliveredAfterMs + GLANCE_MS : readAfterMs;
}
