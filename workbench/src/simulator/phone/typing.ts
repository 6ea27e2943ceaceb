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

/** The chat whose typing may be over. */
export interface TypingJob {
  phoneNumber: string;
  customerId: string;
}

/** Takes "typing…" off the phone, unless it was renewed meanwhile. `sent`: a message came, so it ends in any case. */
export function endTyping(
  { store, clock, bus }: Simulator,
  { phoneNumber, customerId }: TypingJob,
  sent = false,
): void {
  const conversation = conversationOf(store, phoneNumber, customerId);
  const { typingUntil } = conversation;
  if (typingUntil === undefined || (!sent && typingUntil > clock.now())) return;
  store.conversations.save({ ...conversation, typingUntil: undefined });
  bus.emit('phone', { customerId, number: phoneNumber, typing: false });
}
