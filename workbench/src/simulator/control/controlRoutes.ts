import type { ControlRoute } from './ControlRoute';
import { accountEvents } from './routes/accountEvents';
import { chats } from './routes/chats';
import { clock } from './routes/clock';
import { customerMessages } from './routes/customerMessages';
import { customers } from './routes/customers';
import { faults } from './routes/faults';
import { logs } from './routes/logs';
import { numbers } from './routes/numbers';
import { replay } from './routes/replay';
import { state } from './routes/state';
import { statuses } from './routes/statuses';
import { switches } from './routes/switches';
import { templates } from './routes/templates';
import { webhooks } from './routes/webhooks';

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
