import { randomBytes } from 'node:crypto';
import type { ConversationRecord } from '../store/ConversationRecord';
import type { SimulatorStore } from '../store/SimulatorStore';

/** What is known about a pair of number and customer; a new record when they never met. */
export function conversationOf(
  { conversations }: SimulatorStore,
  phoneNumber: string,
  customerId: string,
): ConversationRecord {
  const known = conversations.of(phoneNumber, customerId);
  return known ?? { phoneNumber, customerId, conversationId: randomBytes(16).toString('hex'), open: false };
}
