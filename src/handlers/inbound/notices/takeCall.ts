import { translatorOf } from '../../core/translator';
import { findConversation } from '../../omnichannel/conversations/conversations';
import { isMissedCall, renderNotice } from '../../whatsapp/messages/renderNotice';
import { linkMessage } from '../messages/linkMessage';
import { takeMessage } from '../messages/takeMessage';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { newsOf, sayInOpenRoom, sayOrKeep } from './sayOrKeep';

/**
 * A call of or to a customer. A missed one is somebody who tries to reach the business, and counts as a message of theirs:
 * it opens a conversation, or waits for somebody to be available, brings the welcome or the offline text, and keeps the
 * customer service window open (Meta: it opens with the customer's last message or call). Of every other call the agents
 * are told in a line, in the open conversation or in the next one; a line that the phone is ringing would be useless by then.
 */
export async function takeCall(task: Task<'call'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
    const notice = renderNotice(event, await translatorOf(host));
    if (notice !== undefined && ids.length > 0 && isMissedCall(event)) {
      const content = { type: 'text', body: notice } as const;
      await takeMessage({ ...task, event: { ...event, kind: 'message', content } });
      return;
    }
    const conversation = await findConversation(host, number.digits, ids);
    if (notice !== undefined && conversation) {
      const tell = event.event === 'connect' ? sayInOpenRoom : sayOrKeep;
      await tell(host, conversation, newsOf(task, notice));
    }
    const customer = conversation?.customer ?? ids[0] ?? '';
    const { direction = 'in' } = event;
    await linkMessage(host, inbox, event.wamid, { direction, number: number.digits, customer, heard: task.heard });
  });
}
