import type { WebhookEvent } from '../webhook/WebhookEvent';
import { takeMessage } from './takeMessage';
import { takeStatus } from './takeStatus';
import type { Task } from './Task';

type Handlers = { [Kind in WebhookEvent['kind']]?: (task: Task<Kind>) => Promise<void> };

/** What is done with each kind of event; kinds that nobody has to be told of are not listed. */
export const eventHandlers: Handlers = {
  message: takeMessage,
  status: takeStatus,
};
