import type { Simulator } from '../Simulator';
import type { MessageRecord } from '../store/MessageRecord';
import { applyStatus } from './applyStatus';
import type { PlannedStatus } from './PlannedStatus';
import type { StatusJob } from './StatusJob';

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
