import { renderNotice } from '../messages/renderNotice';
import { findConversation } from '../records/conversations';
import { translatorOf } from '../translation/translatorOf';
import type { WebhookEvent } from '../webhook/WebhookEvent';
import { sayInOpenRoom } from './sayInOpenRoom';
import type { Task } from './Task';

/** What is told of a customer without being a message. */
interface News extends Pick<Task, 'host' | 'number'> {
  event: Extract<WebhookEvent, { kind: 'call' | 'identity-changed' | 'number-changed' }>;
}

/** News of a customer that is no message, such as a call: the agents of an open conversation are told in a line. */
export async function takeNotice({ host, event, number }: News): Promise<void> {
  const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const conversation = await findConversation(host, number.digits, ids);
  const notice = conversation && renderNotice(event, await translatorOf(host));
  if (conversation && notice !== undefined) {
    await sayInOpenRoom(host, conversation, notice);
  }
}
