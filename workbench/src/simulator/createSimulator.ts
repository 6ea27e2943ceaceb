import { randomBytes } from 'node:crypto';
import { createClock } from './clock/createClock';
import { createEventBus } from './events/createEventBus';
import { createFaultBoard } from './faults/createFaultBoard';
import { createJobRunner } from './jobs/createJobRunner';
import { createRateLimits } from './limits/createRateLimits';
import type { Simulator } from './Simulator';
import type { SimulatorStore } from './store/SimulatorStore';
import { createSwitches } from './switches/createSwitches';
import { createWebhookSender } from './webhooks/createWebhookSender';

const SECRET = 'media.secret';

/** Puts the parts together over an opened store. Nothing runs yet. */
export function createSimulator(store: SimulatorStore, wall: () => number): Simulator {
  const clock = createClock(wall, store.settings);
  const bus = createEventBus();
  const secret = store.settings.get<string>(SECRET) ?? randomBytes(24).toString('hex');
  store.settings.set(SECRET, secret);
  return {
    store,
    clock,
    bus,
    secret,
    switches: createSwitches(store.settings),
    faults: createFaultBoard({ store: store.faults, clock, bus }),
    limits: createRateLimits(),
    sender: createWebhookSender(),
    jobs: createJobRunner({
      jobs: store.jobs,
      clock,
      onError: (kind, error) => console.error(`simulator: the job ${kind} failed`, error),
    }),
  };
}
