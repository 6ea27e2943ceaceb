import { findConversation } from '../records/conversations';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { sayInOpenRoom } from './sayInOpenRoom';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/** A customer's keys changed, perhaps because of a new phone, perhaps it is somebody else: the agents should know. */
export async function takeIdentityChange(task: Task<'identity-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
    const conversation = await findConversation(host, number.digits, ids);
    if (conversation) {
      const t = await translatorOf(host);
      await sayInOpenRoom(host, conversation, t('inbound:identityChanged'));
    }
    const customer = conversation?.customer ?? ids[0] ?? '';
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}
