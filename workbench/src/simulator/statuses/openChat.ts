import type { Simulator } from '../Simulator';
import type { ConversationRecord } from '../store/ConversationRecord';
import type { StatusJob } from './StatusJob';

const SHOWN = 200;

/** Somebody looks at a chat on the phone, or away: what was delivered to it is read now. */
export function openChat({ store, jobs, clock }: Simulator, conversation: ConversationRecord, open: boolean): void {
  store.conversations.save({ ...conversation, open });
  if (!open) return;
  for (const { wamid, direction, status } of store.messages.ofChat(
    conversation.phoneNumber,
    conversation.customerId,
    SHOWN,
  )) {
    if (direction !== 'out' || status !== 'delivered') continue;
    jobs.add('status', clock.now(), { wamid, status: 'read' } satisfies StatusJob);
  }
}
