import { describeError } from '../../core/errors/describeError';
import { translatorOf } from '../../core/translator';
import { readStatusError } from '../../dialog360/readFailure';
import { warnAdmins } from '../../numbers/warnAdmins';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { takeChange } from '../messages/takeChange';
import { takeEcho } from '../messages/takeEcho';
import { takeMessage } from '../messages/takeMessage';
import { takeReaction } from '../messages/takeReaction';
import { takeCall } from '../notices/takeCall';
import { takeIdentityChange, takeNumberChange, takeUserIdChange } from '../notices/takeCustomerChange';
import { applyStatus } from './applyStatus';
import { takeAccountNews } from './takeAccountNews';
import type { Task } from './Task';

type Kind = WebhookEvent['kind'];

/** Kind of an event → its handler. The history from before a number was connected is ignored. */
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

/** Makes a handler of one kind callable with any event. It ignores events of other kinds. */
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
