import { translatorOf } from '../../core/translator';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import { renderEcho } from '../../whatsapp/messages/renderNotice';
import { newsOf, sayOrKeep } from '../notices/sayOrKeep';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { linkMessage } from './linkMessage';
import { quoteKnown } from './quotes';

/**
 * Somebody of the business answered from the WhatsApp app on a phone, or changed there what they had sent: the agents of
 * the conversation see what and to which message, or of the next one where none is open; none is opened for it, as nobody has to answer.
 */
export async function takeEcho(task: Task<'echo'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const { conversation } = await meetCustomer(host, number, event.customer, event.timestamp ?? inbox.receivedAt);
    const { act } = event;
    const quote = act.type === 'message' ? '' : await quoteKnown(host, act.target);
    await sayOrKeep(host, conversation, newsOf(task, renderEcho(act, await translatorOf(host)) + quote));
    const { customer } = conversation;
    await linkMessage(host, inbox, event.wamid, { direction: 'out', number: number.digits, customer });
  });
}
