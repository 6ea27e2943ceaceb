import { randomBytes } from 'node:crypto';
import type { Simulator } from '../Simulator';
import type { StatusJob } from '../statuses/StatusJob';
import type { ConversationRecord } from '../store/conversations';
import type { SimulatorStore } from '../store/SimulatorStore';

/** The record of a number and a customer; a new one if they never wrote to each other. */
export function conversationOf(
  { conversations }: SimulatorStore,
  phoneNumber: string,
  customerId: string,
): ConversationRecord {
  const known = conversations.of(phoneNumber, customerId);
  return known ?? { phoneNumber, customerId, conversationId: randomBytes(16).toString('hex'), open: false };
}

const WINDOW_MS = 24 * 3_600_000;

/** True within 24 hours after the customer's last message or call. */
export function isWindowOpen({ lastInboundAt }: ConversationRecord, now: number): boolean {
  return lastInboundAt !== undefined && now - lastInboundAt <= WINDOW_MS;
}

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
