import { findConversation } from '../records/conversations';
import { translatorOf } from '../translation/translatorOf';
import { renderNotice } from '../whatsapp/messages/renderNotice';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { newsOf } from './newsOf';
import { sayOrKeep } from './sayOrKeep';
import type { Task } from './Task';

/** What is told of a customer without being a message. */
interface Notice extends Pick<Task, 'host' | 'inbox' | 'number'> {
  event: Extract<WebhookEvent, { kind: 'identity-changed' | 'number-changed' }>;
}

/**
 * News of a customer that is no message: the agents are told in a line, in the open conversation or in the next one. Of
 * somebody who is not known here there is nothing to tell.
 */
export async function takeNotice({ host, event, inbox, number }: Notice): Promise<void> {
  const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const conversation = await findConversation(host, number.digits, ids);
  const notice = conversation && renderNotice(event, await translatorOf(host));
  if (conversation && notice !== undefined) {
    await sayOrKeep(host, conversation, newsOf({ event, inbox }, notice));
  }
}
