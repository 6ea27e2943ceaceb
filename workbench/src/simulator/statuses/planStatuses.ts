import { conversationOf } from '../customers/conversationOf';
import type { MetaRefusal } from '../errors/MetaRefusal';
import type { Simulator } from '../Simulator';
import type { MessageRecord } from '../store/MessageRecord';
import type { PlannedStatus } from './PlannedStatus';
import { readAfter } from './readAfter';

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
