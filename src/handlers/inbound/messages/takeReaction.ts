import { makeOnce } from '../../core/records/leases';
import { translatorOf } from '../../core/translator';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import { messageLock } from '../../outbound/statuses/advanceDelivery';
import { renderNotice } from '../../whatsapp/messages/renderNotice';
import { keepHeld } from '../held/hold';
import { newsOf } from '../notices/sayOrKeep';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { findNamed, linkMessage } from './linkMessage';
import { reactOn, tellReaction } from './reactOn';
import { takeMessage } from './takeMessage';

/**
 * Shows a customer's reaction on the message itself, as a reaction of the app's user because visitors cannot react, and
 * removes it when the customer does. A reaction to a held message is held too. If Rocket.Chat does not know the message
 * or the emoji, a line tells the reaction and its removal, in the open conversation or in the next one. No conversation
 * is opened for it, unless it is the customer's first sign: they may be reacting to a message from another system.
 * WhatsApp keeps only the customer's last reaction to a message. Simultaneous reactions, even on two instances, are
 * handled one after the other, and an outdated one changes nothing, like one to a message of another conversation.
 */
export async function takeReaction(task: Task<'reaction'>): Promise<void> {
  const { host, event } = task;
  const once = { find: () => Promise.resolve(undefined), make: () => react(task) };
  // WhatsApp reports the message as read at the same moment, and both change its record.
  await unlessRepeated(task, () =>
    host.memory.locks.run(messageLock(event.target), () => makeOnce(host, `reaction to ${event.target}`, once)),
  );
}

async function react(task: Task<'reaction'>): Promise<void> {
  const { host, event, inbox, number } = task;
  const at = event.timestamp ?? inbox.receivedAt;
  const { conversation, acquaintance } = await meetCustomer(host, number, event.customer, at);
  const named = await findNamed(host, event.target, conversation);
  const { link } = named;
  const isLate = (link?.reactedAt ?? 0) > (event.timestamp ?? Date.now());
  if (!isLate && (!link || !(await reactOn(host, link, event)))) {
    if (named.isHeld) {
      await keepHeld(task, conversation);
      return;
    }
    const isFirstSign = acquaintance !== 'known' && event.emoji !== null;
    if (isFirstSign) {
      const notice = renderNotice(event, await translatorOf(host)) ?? '';
      const content = { type: 'text', body: notice } as const;
      await takeMessage({ ...task, event: { ...event, kind: 'message', content } });
      return;
    }
    await tellReaction(host, conversation, { event, named, news: newsOf(task, '') });
  }
  const { customer } = conversation;
  await linkMessage(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer, heard: task.heard });
}
