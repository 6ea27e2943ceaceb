import { findConversation, saveConversation } from '../records/conversations';
import { settle } from '../records/settle';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/**
 * WhatsApp gave a customer another business-scoped id: they stay the same person. Asked for again, it changes nothing. Who
 * has begun another conversation under the new id by now goes on there.
 */
export async function takeUserIdChange(task: Task<'user-id-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  const { wamid } = event;
  if (wamid === undefined) {
    await change(task);
    return;
  }
  await unlessRepeated({ host, inbox, event: { wamid } }, async () => {
    const customer = await change(task);
    await settle(host, inbox, wamid, { direction: 'in', number: number.digits, customer });
  });
}

/** @returns whom it was about */
async function change({ host, event, number }: Task<'user-id-changed'>): Promise<string> {
  const before = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const conversation = await findConversation(host, number.digits, before);
  const other = await findConversation(host, number.digits, [event.userId]);
  if (conversation && (!other || other.customer === conversation.customer)) {
    const ids = [...new Set([...conversation.ids, event.userId])];
    await saveConversation(host, { ...conversation, ids, userId: event.userId });
  }
  return conversation?.customer ?? before[0] ?? '';
}
