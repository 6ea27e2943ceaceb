import { conversationOf } from '../customers/conversationOf';
import type { Simulator } from '../Simulator';

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
