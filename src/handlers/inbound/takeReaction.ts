import { meetCustomer } from '../omnichannel/meetCustomer';
import { messageTurn } from '../outbound/messageTurn';
import { findByWamid } from '../records/entries';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { renderNotice } from '../whatsapp/messages/renderNotice';
import { keepHeld } from './keepHeld';
import { newsOf } from './newsOf';
import { reactOn } from './reactOn';
import { takeMessage } from './takeMessage';
import type { Task } from './Task';
import { tellReaction } from './tellReaction';
import { unlessRepeated } from './unlessRepeated';

/**
 * A customer's reaction stands on the very message, in the app's name because visitors cannot react, and goes when they
 * take it away. On a message that waits for somebody to be available it waits too. Where Rocket.Chat does not know the
 * message or the emoji, a line says it with the message, and also when they take it back, in the open conversation or in the next one. None is opened for it, unless it is
 * the first sign of a customer: they may answer to what was sent from elsewhere.
 */
export async function takeReaction(task: Task<'reaction'>): Promise<void> {
  // WhatsApp tells that the message is read at the same moment, and both are written on its record.
  await unlessRepeated(task, () => task.host.memory.turns.take(messageTurn(task.event.target), () => react(task)));
}

async function react(task: Task<'reaction'>): Promise<void> {
  const { host, event, inbox, number } = task;
  const entries = await findByWamid(host, event.target);
  const link = entries.find((entry) => entry.kind === 'link');
  if (!link || !(await reactOn(host, link, event.emoji))) {
    const { conversation, isNewVisitor } = await meetCustomer(
      host,
      number,
      event.customer,
      event.timestamp ?? inbox.receivedAt,
    );
    if (entries.some(({ kind }) => kind === 'held')) {
      await keepHeld(task, conversation);
      return;
    }
    const isFirstSign = isNewVisitor && event.emoji !== null;
    if (isFirstSign) {
      const notice = renderNotice(event, await translatorOf(host)) ?? '';
      const content = { type: 'text', body: notice } as const;
      await takeMessage({ ...task, event: { ...event, kind: 'message', content } });
      return;
    }
    await tellReaction(host, conversation, { event, link, news: newsOf(task, '') });
  }
  const customer = link?.customer ?? event.customer.waId ?? event.customer.userId ?? '';
  await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer, heard: task.heard });
}
