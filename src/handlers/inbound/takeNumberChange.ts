import { findConversation, saveConversation } from '../records/conversations';
import { settle } from '../records/settle';
import { takeNotice } from './takeNotice';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/**
 * A customer has a new phone number: they stay the same person with the same visitor, and answers go to the new number
 * from now on. The agents are told.
 */
export async function takeNumberChange(task: Task<'number-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const before = [event.customer.waId, event.customer.userId, event.previousUserId].filter((id) => id !== undefined);
    const conversation = await findConversation(host, number.digits, before);
    if (conversation) {
      const waId = event.waId ?? conversation.waId;
      const userId = event.userId ?? conversation.userId;
      const ids = [...new Set([...conversation.ids, ...[waId, userId].filter((id) => id !== undefined)])];
      await saveConversation(host, { ...conversation, ids, waId, userId });
    }
    await takeNotice(task);
    const customer = conversation?.customer ?? before[0] ?? '';
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}
