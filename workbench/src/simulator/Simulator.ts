import type { Clock } from '../clock/Clock';
import type { EventBus } from './events/EventBus';
import type { FaultBoard } from './faults/FaultBoard';
import type { JobRunner } from './jobs/JobRunner';
import type { RateLimits } from './limits/RateLimits';
import type { SimulatorStore } from './store/SimulatorStore';
import type { SwitchBoard } from './switches/Switches';
import type { WebhookSender } from './webhooks/WebhookSender';

/** The parts that endpoints, jobs and the control API share. */
export interface Simulator {
  store: SimulatorStore;
  clock: Clock;
  jobs: JobRunner;
  bus: EventBus;
  switches: SwitchBoard;
  faults: FaultBoard;
  limits: RateLimits;
  sender: WebhookSender;
  /** Signs media URLs; made at the first start. */
  secret: string;
}
