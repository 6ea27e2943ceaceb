import { describeError } from '../../core/errors/describeError';
import { translatorOf } from '../../core/translator';
import { readStatusError } from '../../dialog360/readFailure';
import { warnAdmins } from '../../numbers/warnAdmins';
import { findConversation } from '../../omnichannel/conversations/conversations';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import { isMissedCall, renderEcho, renderNotice } from '../../whatsapp/messages/renderNotice';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { keepHeld } from '../held/hold';
import { changeMessage, changeOf, tellRevoked } from '../messages/changeMessage';
import { findNamed, linkMessage } from '../messages/linkMessage';
import { quoteKnown } from '../messages/quotes';
import { takeMessage } from '../messages/takeMessage';
import { takeReaction } from '../messages/takeReaction';
import { newsOf, sayInOpenRoom, sayOrKeep } from '../notices/sayOrKeep';
import { takeIdentityChange, takeNumberChange, takeUserIdChange } from '../notices/takeCustomerChange';
import { applyStatus } from './applyStatus';
import { takeAccountNews } from './takeAccountNews';
import type { Task } from './Task';
import { unlessRepeated } from './Task';

/**
 * A customer edited a message or deleted it for everyone: the message shows its new text and, below, the earlier one. A
 * change to a held message is held too. For an unknown message, an edit is posted as a separate message, and a line
 * tells a deletion, in the open conversation or in the next one.
 */
export async function takeChange(task: Task<'edit'> | Task<'revoke'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const change = changeOf(event, await translatorOf(host));
    const { conversation } = await meetCustomer(host, number, event.customer, event.timestamp ?? inbox.receivedAt);
    const changed = await changeMessage(host, event.target, conversation, change);
    if (!changed && (await findNamed(host, event.target, conversation)).isHeld) {
      await keepHeld(task, conversation);
      return;
    }
    if (!changed && event.kind === 'edit') {
      // The new text is nowhere else, so it is treated like a message and opens a conversation.
      await takeMessage({ ...task, event: { ...event, kind: 'message', isEdit: true } });
      return;
    }
    if (!changed && event.kind === 'revoke') {
      await tellRevoked(host, conversation, { event, news: newsOf(task, '') });
    }
    const { customer } = conversation;
    await linkMessage(host, inbox, event.wamid, {
      direction: 'in',
      number: number.digits,
      customer,
      heard: task.heard,
    });
  });
}

/**
 * Somebody of the business answered from the WhatsApp app on a phone, or changed there what they had sent. A line shows
 * the agents the text and the message it belongs to, in the open conversation or in the next one. None is opened for
 * it, because nobody has to answer.
 */
export async function takeEcho(task: Task<'echo'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const { conversation } = await meetCustomer(host, number, event.customer, event.timestamp ?? inbox.receivedAt);
    const { act } = event;
    const quote = act.type === 'message' ? '' : await quoteKnown(host, act.target, conversation);
    await sayOrKeep(host, conversation, newsOf(task, renderEcho(act, await translatorOf(host)) + quote));
    const { customer } = conversation;
    await linkMessage(host, inbox, event.wamid, { direction: 'out', number: number.digits, customer });
  });
}

/**
 * A call of or to a customer. A missed call counts as a message of the customer: it opens a conversation or is held,
 * causes the welcome or the offline text, and keeps the customer service window open (Meta: it opens with the
 * customer's last message or call). Every other call is told to the agents in a line, in the open conversation or in
 * the next one. A line about a ringing phone would come too late to be useful, so there is none.
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

type Kind = WebhookEvent['kind'];

/** The handler of each kind of event. The history from before a number was connected is ignored. */
export const eventHandlers: Readonly<Partial<Record<Kind, (task: Task) => Promise<void>>>> = {
  message: on('message', takeMessage),
  reaction: on('reaction', takeReaction),
  edit: on('edit', takeChange),
  revoke: on('revoke', takeChange),
  status: on('status', ({ host, event }) => applyStatus(host, event)),
  'number-changed': on('number-changed', takeNumberChange),
  'identity-changed': on('identity-changed', takeIdentityChange),
  'user-id-changed': on('user-id-changed', takeUserIdChange),
  call: on('call', takeCall),
  echo: on('echo', takeEcho),
  group: on('group', refuseGroup),
  account: on('account', takeAccountNews),
  'account-error': on('account-error', takeAccountError),
};

/** Makes the handler of one kind callable with any event; it ignores events of other kinds. */
function on<K extends Kind>(kind: K, handle: (task: Task<K>) => Promise<void>): (task: Task) => Promise<void> {
  const isOfKind = (event: WebhookEvent): event is Extract<WebhookEvent, { kind: K }> => event.kind === kind;
  return ({ event, ...task }) => (isOfKind(event) ? handle({ ...task, event }) : Promise.resolve());
}

/** Logs that a group's message was refused, without the person's number or words. Groups are not supported. */
function refuseGroup({ host, event, number }: Task<'group'>): Promise<void> {
  host.logger.info(`A ${event.what} of a group was refused at the number …${number.digits.slice(-4)}.`);
  return Promise.resolve();
}

/** Reports an error of the number that belongs to no message to the setup channel, once a day for each kind. */
export async function takeAccountError({ host, event, number }: Task<'account-error'>): Promise<void> {
  const error = readStatusError(event.errors);
  const day = new Date(event.timestamp ?? Date.now()).toISOString().slice(0, 10);
  const params = { number: formatPhone(number.digits), reason: describeError(error, await translatorOf(host)) };
  await warnAdmins(host, `error ${number.digits} ${error.code ?? error.key} ${day}`, 'warnings:accountError', params);
}
