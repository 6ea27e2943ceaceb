import type { ControlRoute } from './ControlRoute';
import { accountEvents, templates } from './routes/account';
import { chats, statuses } from './routes/chats';
import { clock, state, switches } from './routes/simulator';
import { customerMessages } from './routes/customerMessages';
import { customers } from './routes/customers';
import { faults } from './routes/faults';
import { logs } from './routes/logs';
import { numbers } from './routes/numbers';
import { replay, webhooks } from './routes/webhooks';

/** The control API: it plays customers, Meta, faults and time. */
export const controlRoutes: ControlRoute[] = [
  state,
  ...numbers,
  ...customers,
  ...customerMessages,
  ...chats,
  statuses,
  ...faults,
  ...switches,
  clock,
  ...logs,
  webhooks,
  replay,
  ...templates,
  ...accountEvents,
];
