import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { findCustomer, noteOptIn, noteOptOut } from '../../omnichannel/conversations/conversations';
import { removeOptOut, storeOptOut } from '../../omnichannel/conversations/optOuts';
import { respectedOptOut } from '../../outbound/canSend';
import type { ConsentWish } from '../../whatsapp/consentWords';
import { phoneVariants } from '../../whatsapp/phoneNumbers';
import type { UserPreferenceEvent } from '../../whatsapp/webhook/AccountEvent';
import { newsOf, sayOrKeep } from '../notices/sayOrKeep';
import type { Task } from '../webhook/Task';
import { unlessRepeated } from '../webhook/Task';
import { linkMessage } from './linkMessage';
import { lookUp } from '../../core/text';

/** The customer's choice in WhatsApp → what it means for marketing messages. Unknown choices are not reported. */
const wishes: Readonly<Record<string, ConsentWish>> = { stop: 'out', resume: 'in', signup: 'in' };

/**
 * A customer stops or resumes marketing messages. The choice is stored, even for somebody who never wrote, and the
 * agents are told once, in the open conversation or in the next one. The customer gets no answer: WhatsApp itself has
 * shown them their choice.
 */
export async function takePreference(task: Omit<Task, 'event'> & { event: UserPreferenceEvent }): Promise<void> {
  const { host, event, inbox, number } = task;
  const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const { category = '', value = '' } = event;
  const wish = lookUp(wishes, value);
  if (category !== 'marketing_messages' || wish === undefined) {
    return;
  }
  const { conversation } = await findCustomer(host, number.digits, ids);
  // The event has no id of its own.
  const wamid = `preference.${conversation?.customer ?? ids.join()}.${value}.${event.timestamp ?? ''}`;
  // A clock that runs ahead must not block the customer's next choice.
  const at = Math.min(event.timestamp ?? inbox.receivedAt, inbox.receivedAt);
  if (!conversation) {
    await noteStranger(task, wish, { ids, at, wamid });
    return;
  }
  await unlessRepeated({ host, inbox, event: { wamid } }, async () => {
    const t = await translatorOf(host);
    const noted = await note(host, conversation, wish, { at, wamid });
    const isRespected = (await respectedOptOut(host, noted)) !== undefined;
    const text = wish === 'in' ? t('messages:marketingWanted') : t('messages:marketingStopped');
    const line = isRespected ? `${text} ${t('messages:untilTheyWrite')}` : text;
    await sayOrKeep(host, conversation, newsOf({ event: { wamid, timestamp: event.timestamp }, inbox }, line));
    await linkMessage(host, inbox, wamid, { direction: 'in', number: number.digits, customer: conversation.customer });
  });
}

/** A customer who opted out of everything stays opted out of marketing. */
async function note(
  host: Host,
  conversation: Conversation,
  wish: ConsentWish,
  { at, wamid }: { at: number; wamid: string },
): Promise<Conversation> {
  const { optOut } = conversation;
  if (wish === 'in') {
    return optOut ? noteOptIn(host, conversation) : conversation;
  }
  return optOut?.from === 'everything'
    ? conversation
    : noteOptOut(host, conversation, { at, from: 'marketing', wamid });
}

/** A customer who never wrote has no conversation yet. The opt-out is stored anyway, for whoever writes to them first. */
async function noteStranger(
  { host, number }: Pick<Task, 'host' | 'number'>,
  wish: ConsentWish,
  { ids, at, wamid }: { ids: string[]; at: number; wamid: string },
): Promise<void> {
  const all = [...new Set(ids.flatMap((id) => [id, ...phoneVariants(id)]))];
  const facts = { number: number.digits, ids: all };
  await (wish === 'in'
    ? removeOptOut(host, facts)
    : storeOptOut(host, { ...facts, kind: 'opt-out', at, from: 'marketing', wamid }));
}
