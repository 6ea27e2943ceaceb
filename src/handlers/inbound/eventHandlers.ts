import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { refuseGroup } from './refuseGroup';
import { takeAccountError } from './takeAccountError';
import { takeAccountNews } from './takeAccountNews';
import { takeCall } from './takeCall';
import { takeChange } from './takeChange';
import { takeEcho } from './takeEcho';
import { takeIdentityChange } from './takeIdentityChange';
import { takeMessage } from './takeMessage';
import { takeNumberChange } from './takeNumberChange';
import { takeReaction } from './takeReaction';
import { takeStatus } from './takeStatus';
import { takeUserIdChange } from './takeUserIdChange';
import type { Task } from './Task';

type Kind = WebhookEvent['kind'];

/** What is done with each kind of event. The history of before a number was connected is not taken over. */
export const eventHandlers: Readonly<Partial<Record<Kind, (task: Task) => Promise<void>>>> = {
  message: on('message', takeMessage),
  reaction: on('reaction', takeReaction),
  edit: on('edit', takeChange),
  revoke: on('revoke', takeChange),
  status: on('status', takeStatus),
  'number-changed': on('number-changed', takeNumberChange),
  'identity-changed': on('identity-changed', takeIdentityChange),
  'user-id-changed': on('user-id-changed', takeUserIdChange),
  call: on('call', takeCall),
  echo: on('echo', takeEcho),
  group: on('group', refuseGroup),
  account: on('account', takeAccountNews),
  'account-error': on('account-error', takeAccountError),
};

/** A handler of one kind, callable with any event: the table has found it by the event's kind already. */
function on<K extends Kind>(kind: K, handle: (task: Task<K>) => Promise<void>): (task: Task) => Promise<void> {
  const isOfKind = (event: WebhookEvent): event is Extract<WebhookEvent, { kind: K }> => event.kind === kind;
  return ({ event, ...task }) => (isOfKind(event) ? handle({ ...task, event }) : Promise.resolve());
}
