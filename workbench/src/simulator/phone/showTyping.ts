import { conversationOf } from '../customers/conversationOf';
import type { Simulator } from '../Simulator';

const TYPING_MS = 25_000;

/** The business types: the phone shows it until the next message, 25 seconds at most. */
export function showTyping({ store, clock, jobs, bus }: Simulator, phoneNumber: string, customerId: string): void {
  const until = clock.now() + TYPING_MS;
  store.conversations.save({ ...conversationOf(store, phoneNumber, customerId), typingUntil: until });
  jobs.add('typing-end', until, { phoneNumber, customerId });
  bus.emit('phone', { customerId, number: phoneNumber, typing: true });
}
