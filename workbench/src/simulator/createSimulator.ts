import { randomBytes } from 'node:crypto';
import { Clock } from '../clock/Clock';
import { createEventBus } from './events/createEventBus';
import { createFaultBoard } from './faults/createFaultBoard';
import { createJobRunner } from './jobs/createJobRunner';
import { createRateLimits } from './limits/createRateLimits';
import type { Simulator } from './Simulator';
import type { SimulatorStore } from './store/SimulatorStore';
import { createSwitches } from './switches/createSwitches';
import { createWebhookSender } from './webhooks/createWebhookSender';

const SECRET = 'media.secret';
const OFFSET = 'clock.offset';

/** Puts the parts together over an opened store. Nothing runs yet. */
export function createSimulator(store: SimulatorStore, clock: Clock): Simulator {
  const bus = createEventBus();
  const secret = store.settings.get<string>(SECRET) ?? randomBytes(24).toString('hex');
  store.settings.set(SECRET, secret);
  // Whoever looks at the simulator sees the time that it is now.
  clock.onMove(() => bus.emit('state', {}));
  return {
    store,
    clock,
    bus,
    secret,
    switches: createSwitches(store.settings),
    faults: createFaultBoard({ store: store.faults, clock, bus }),
    limits: createRateLimits(),
    sender: createWebhookSender(clock),
    jobs: createJobRunner({
      jobs: store.jobs,
      clock,
      onError: (kind, error) => console.error(`simulator: the job ${kind} failed`, error),
    }),
  };
}

/** A clock for a simulator that stands alone; its journey is kept in the simulator's store. */
export function createOwnClock({ settings }: SimulatorStore, wall?: () => number): Clock {
  const read = () => settings.get<number>(OFFSET) ?? 0;
  return new Clock({ read, write: (offset) => settings.set(OFFSET, offset) }, wall);
}
