import { translatorOf } from '../../core/translator';
import { findConversation, saveConversation } from '../../omnichannel/conversations/conversations';
import { withPhone } from '../../omnichannel/meetCustomer';
import { renewVisitor } from '../../omnichannel/showPhone';
import { renderNotice } from '../../whatsapp/messages/renderNotice';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { linkMessage } from '../messages/linkMessage';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { newsOf, sayOrKeep } from './sayOrKeep';

/**
 * A customer has a new phone number. They keep their visitor, answers go to the new number from now on, and the agents
 * are told. If the customer has already started another conversation from the new number, that one continues.
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
    await linkMessage(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}

/**
 * WhatsApp gave a customer another business-scoped id. They stay the same person. A repetition changes nothing. If the
 * customer has already started another conversation under the new id, that one continues.
 */
export async function takeUserIdChange(task: Task<'user-id-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  const { wamid } = event;
  if (wamid === undefined) {
    await change(task);
    return;
  }
  await unlessRepeated({ host, inbox, event: { wamid } }, async () => {
    const customer = await change(task);
    await linkMessage(host, inbox, wamid, { direction: 'in', number: number.digits, customer });
  });
}

/** @returns whom it was about */
async function change({ host, event, number }: Task<'user-id-changed'>): Promise<string> {
  const before = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const conversation = await findConversation(host, number.digits, before);
  const other = await findConversation(host, number.digits, [event.userId]);
  if (conversation && (!other || other.customer === conversation.customer)) {
    const ids = [...new Set([...conversation.ids, event.userId])];
    await saveConversation(host, { ...conversation, ids, userId: event.userId });
  }
  return conversation?.customer ?? before[0] ?? '';
}

/**
 * A customer's encryption keys changed. They may have a new phone, or it may be somebody else, so the agents are told.
 */
export async function takeIdentityChange(task: Task<'identity-changed'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    await takeNotice(task);
    const customer = event.customer.waId ?? event.customer.userId ?? '';
    await linkMessage(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}

/** Events of a customer that are not messages. */
interface Notice extends Pick<Task, 'host' | 'inbox' | 'number'> {
  event: Extract<WebhookEvent, { kind: 'identity-changed' | 'number-changed' }>;
}

/**
 * Handles an event of a customer that is not a message: a line tells the agents, in the open conversation or in the
 * next one. Events of unknown customers are dropped.
 */
export async function takeNotice({ host, event, inbox, number }: Notice): Promise<void> {
  const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const conversation = await findConversation(host, number.digits, ids);
  const notice = conversation && renderNotice(event, await translatorOf(host));
  if (conversation && notice !== undefined) {
    await sayOrKeep(host, conversation, newsOf({ event, inbox }, notice));
  }
}
