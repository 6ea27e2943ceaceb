import { renderEdit } from '../messages/renderEdit';
import { meetCustomer } from '../omnichannel/meetCustomer';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { changeMessage } from './changeMessage';
import { sayInOpenRoom } from './sayInOpenRoom';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/** A customer edited a message: it shows what it says now and, below, what it said before. */
export async function takeEdit(task: Task<'edit'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const t = await translatorOf(host);
    const changed = await changeMessage(host, event.target, (before) => renderEdit(event.content, before, t));
    const { conversation } = await meetCustomer(host, number, event.customer);
    if (!changed) {
      await sayInOpenRoom(host, conversation, renderEdit(event.content, '', t));
    }
    const { customer } = conversation;
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}
