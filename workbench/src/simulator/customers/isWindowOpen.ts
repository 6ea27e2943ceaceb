import type { ConversationRecord } from '../store/ConversationRecord';

const WINDOW_MS = 24 * 3_600_000;

/** True within 24 hours after the customer's last message or call. */
export function isWindowOpen({ lastInboundAt }: ConversationRecord, now: number): boolean {
  return lastInboundAt !== undefined && now - lastInboundAt <= WINDOW_MS;
}
