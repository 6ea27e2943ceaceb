import { renewVisitor } from '../omnichannel/renewVisitor';
import { withPhone } from '../omnichannel/withPhone';
import { findConversation, saveConversation } from '../records/conversations';
import { settle } from '../records/settle';
import { takeNotice } from './takeNotice';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/**
 * A customer has a new phone number: they stay the same person with the same visitor, and answers go to the new number
 * from now on. The agents are told. Who has begun another conversation from the new number by now goes on there.
 */
export async function takeNumberChange(task: Task<'number-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const before = [event.customer.waId, event.customer.userId, event.previousUserId].filter((id) => id !== undefined);
    const conversation = await findConversation(host, number.digits, before);
    const after = [event.waId, event.userId].filter((id) => id !== undefined);
    const other = await findConversation(host, number.digits, after);
    if (conversation && (!other || other.customer === conversation.customer)) {
      const { waId, userId } = event;
      const at = event.timestamp ?? inbox.receivedAt;
      const moved = waId === undefined ? conversation : withPhone(conversation, waId, at);
      const ids = [...new Set([...moved.ids, ...after])];
      await saveConversation(host, { ...moved, ids, userId: userId ?? moved.userId });
      await renewVisitor(host, conversation, { waId });
    }
    await takeNotice(task);
    const customer = conversation?.customer ?? before[0] ?? '';
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}
