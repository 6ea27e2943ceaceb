import { renderRevoke } from '../messages/renderRevoke';
import { meetCustomer } from '../omnichannel/meetCustomer';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { changeMessage } from './changeMessage';
import { sayInOpenRoom } from './sayInOpenRoom';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/** A customer deleted a message for everyone: it says so, and keeps its text, because agents may have acted on it. */
export async function takeRevoke(task: Task<'revoke'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const t = await translatorOf(host);
    const changed = await changeMessage(host, event.target, (before) => renderRevoke(before, t));
    const { conversation } = await meetCustomer(host, number, event.customer);
    if (!changed) {
      await sayInOpenRoom(host, conversation, renderRevoke('', t));
    }
    const { customer } = conversation;
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}
