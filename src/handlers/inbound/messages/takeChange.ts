import { findByWamid } from '../../core/records/entries';
import { translatorOf } from '../../core/translator';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import { keepHeld } from '../held/hold';
import { newsOf, sayOrKeep } from '../notices/sayOrKeep';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { changeMessage, changeOf } from './changeMessage';
import { linkMessage } from './linkMessage';
import { quoteKnown } from './quotes';
import { takeMessage } from './takeMessage';

/**
 * A customer edited a message or deleted it for everyone: it shows what it says now and, below, what it said before. Of a
 * message that waits for somebody to be available it waits too. Of one that is not known here an edit comes as a message
 * of its own, and of a deletion a line tells, in the open conversation or in the next one.
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
    if (!changed && event.kind === 'edit') {
      // The new text is nowhere else, so it is treated like a message and opens a conversation.
      await takeMessage({ ...task, event: { ...event, kind: 'message', isEdit: true } });
      return;
    }
    if (!changed) {
      // The message itself, where it is known, could not be changed: it is too long by now.
      const line = (await translatorOf(host))('messages:deletedEarlier');
      await sayOrKeep(host, conversation, newsOf(task, line + (await quoteKnown(host, event.target))));
    }
    const { customer } = conversation;
    await linkMessage(host, inbox, event.wamid, {
      direction: 'in',
      number: number.digits,
      customer,
      heard: task.heard,
    });
  });

  async function isHeld(): Promise<boolean> {
    return (await findByWamid(host, event.target)).some(({ kind }) => kind === 'held');
  }
}
