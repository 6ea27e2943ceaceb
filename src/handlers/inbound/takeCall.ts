import { isMissedCall } from '../messages/isMissedCall';
import { renderNotice } from '../messages/renderNotice';
import { findConversation } from '../records/conversations';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { newsOf } from './newsOf';
import { sayInOpenRoom } from './sayInOpenRoom';
import { sayOrKeep } from './sayOrKeep';
import { takeMessage } from './takeMessage';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/**
 * A call of or to a customer: the agents of an open conversation are told in a line. A missed call is somebody who tries
 * to reach the business, as with a message: it opens a conversation, or waits for somebody to be available, and brings the
 * welcome or the offline text (a call opens WhatsApp's service window like a message). Of every other call the next
 * conversation tells; that the phone is ringing is worth nothing by then.
 */
export async function takeCall(task: Task<'call'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
    const notice = renderNotice(event, await translatorOf(host));
    const conversation = await findConversation(host, number.digits, ids);
    if (notice !== undefined && isMissedCall(event)) {
      if (ids.length > 0 && !(conversation && (await sayInOpenRoom(host, conversation, newsOf(task, notice))))) {
        const content = { type: 'text', body: notice } as const;
        await takeMessage({ ...task, event: { ...event, kind: 'message', content } });
        return;
      }
    } else if (notice !== undefined && conversation) {
      const tell = event.event === 'connect' ? sayInOpenRoom : sayOrKeep;
      await tell(host, conversation, newsOf(task, notice));
    }
    const customer = conversation?.customer ?? ids[0] ?? '';
    await settle(host, inbox, event.wamid, { direction: event.direction ?? 'in', number: number.digits, customer });
  });
}
