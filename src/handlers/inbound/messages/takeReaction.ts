import { findByWamid } from '../../core/records/entries';
import { makeOnce } from '../../core/records/leases';
import { translatorOf } from '../../core/translator';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import { messageLock } from '../../outbound/statuses/advanceDelivery';
import { renderNotice } from '../../whatsapp/messages/renderNotice';
import { keepHeld } from '../held/hold';
import { newsOf } from '../notices/sayOrKeep';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { linkMessage } from './linkMessage';
import { reactOn, tellReaction } from './reactOn';
import { takeMessage } from './takeMessage';

/**
 * A customer's reaction stands on the very message, in the app's name because visitors cannot react, and goes when they
 * take it away. On a message that waits for somebody to be available it waits too. Where Rocket.Chat does not know the
 * message or the emoji, a line says it with the message, and also when they take it back, in the open conversation or in the next one. None is opened for it, unless it is
 * the first sign of a customer: they may answer to what was sent from elsewhere. WhatsApp knows one reaction of a customer on a
 * message, the last one: of two at once, on two instances too, one waits for the other, and one that comes too late changes
 * nothing.
 */
export async function takeReaction(task: Task<'reaction'>): Promise<void> {
  const { host, event } = task;
  const once = { find: () => Promise.resolve(undefined), make: () => react(task) };
  // WhatsApp tells that the message is read at the same moment, and both are written on its record.
  await unlessRepeated(task, () =>
    host.memory.locks.run(messageLock(event.target), () => makeOnce(host, `reaction to ${event.target}`, once)),
  );
}

async function react(task: Task<'reaction'>): Promise<void> {
  const { host, event, inbox, number } = task;
  const entries = await findByWamid(host, event.target);
  const link = entries.find((entry) => entry.kind === 'link');
  const isLate = (link?.reactedAt ?? 0) > (event.timestamp ?? Date.now());
  if (!isLate && (!link || !(await reactOn(host, link, event)))) {
    const { conversation, acquaintance } = await meetCustomer(
      host,
      number,
      event.customer,
      event.timestamp ?? inbox.receivedAt,
    );
    if (entries.some(({ kind }) => kind === 'held')) {
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
    await tellReaction(host, conversation, { event, link, news: newsOf(task, '') });
  }
  const customer = link?.customer ?? event.customer.waId ?? event.customer.userId ?? '';
  await linkMessage(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer, heard: task.heard });
}
