import { findConversation, saveConversation } from '../records/conversations';
import type { Task } from './Task';

/** WhatsApp gave a customer another business-scoped id: they stay the same person. Asked for again, it changes nothing. */
export async function takeUserIdChange({ host, event, number }: Task<'user-id-changed'>): Promise<void> {
  const before = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const conversation = await findConversation(host, number.digits, before);
  if (conversation) {
    const ids = [...new Set([...conversation.ids, event.userId])];
    await saveConversation(host, { ...conversation, ids, userId: event.userId });
  }
}
