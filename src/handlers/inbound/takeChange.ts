import { meetCustomer } from '../omnichannel/meetCustomer';
import { findByWamid } from '../records/entries';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { changeMessage } from './changeMessage';
import { changeOf } from './changeOf';
import { keepHeld } from './keepHeld';
import { sayInOpenRoom } from './sayInOpenRoom';
import { takeMessage } from './takeMessage';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/**
 * A customer edited a message or deleted it for everyone: it shows what it says now and, below, what it said before. Of a
 * message that waits for somebody to be available it waits too; of one that is not known here a line tells, and an edit
 * is never lost for want of a room.
 */
export async function takeChange(task: Task<'edit'> | Task<'revoke'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const change = changeOf(event, await translatorOf(host));
    const changed = await changeMessage(host, event.target, change);
    const { conversation } = await meetCustomer(host, number, event.customer, event.timestamp ?? inbox.receivedAt);
    if (!changed && (await isHeld())) {
      await keepHeld(task, conversation);
      return;
    }
    if (!changed && !(await sayInOpenRoom(host, conversation, change(''))) && event.kind === 'edit') {
      // What it says now stands nowhere else: it is a message like any other, and opens a conversation.
      await takeMessage({ ...task, event: { ...event, kind: 'message' } });
      return;
    }
    const { customer } = conversation;
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });

  async function isHeld(): Promise<boolean> {
    return (await findByWamid(host, event.target)).some(({ kind }) => kind === 'held');
  }
}
