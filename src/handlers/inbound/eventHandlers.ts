import type { WebhookEvent } from '../webhook/WebhookEvent';
import { takeMessage } from './takeMessage';
import { takeStatus } from './takeStatus';
import type { Task } from './Task';

type Kind = WebhookEvent['kind'];

/** What is done with each kind of event; kinds that nobody has to be told of are not listed. */
export const eventHandlers: Readonly<Partial<Record<Kind, (task: Task) => Promise<void>>>> = {
  message: on('message', takeMessage),
  status: on('status', takeStatus),
};

/** A handler of one kind, callable with any event: the table has found it by the event's kind already. */
function on<K extends Kind>(kind: K, handle: (task: Task<K>) => Promise<void>): (task: Task) => Promise<void> {
  const isOfKind = (event: WebhookEvent): event is Extract<WebhookEvent, { kind: K }> => event.kind === kind;
  return ({ event, ...task }) => (isOfKind(event) ? handle({ ...task, event }) : Promise.resolve());
}
