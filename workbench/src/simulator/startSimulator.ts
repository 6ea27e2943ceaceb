import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Router } from 'express';
import express from 'express';
import { Clock } from '../clock/Clock';
import { createApiRouter } from './api/createApiRouter';
import { createControlRouter } from './control/createControlRouter';
import { demoNumbers, fillDemoData } from './demo/fillDemoData';
import { createEventBus } from './events/EventBus';
import { createFaultBoard } from './faults/FaultBoard';
import { jobKinds } from './jobs/jobKinds';
import { createJobRunner } from './jobs/JobRunner';
import { createRateLimits } from './limits/RateLimits';
import type { Simulator } from './Simulator';
import type { SimulatorStore } from './store/SimulatorStore';
import { openSimulatorStore } from './store/SimulatorStore';
import { createSwitches } from './switches/Switches';
import { resumeDeliveries } from './webhooks/queueWebhook';
import { createWebhookSender } from './webhooks/WebhookSender';

/** Longer than clients keep idle connections, so that none is closed under a request that is on its way. */
const KEEP_ALIVE_MS = 65_000;

/**
 * Starts the 360dialog simulator and resolves once it listens. A store that has been used before goes on where it was:
 * webhooks that were not delivered and statuses that were not sent follow.
 * @throws the listener's error (`EADDRINUSE`, `EACCES`), or the store's when the file cannot be opened.
 */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const host = options.host ?? '127.0.0.1';
  const isKept = options.dataFile !== undefined && !options.memory;
  const store = openSimulatorStore(isKept ? { file: options.dataFile ?? '' } : { memory: true });
  const simulator = createSimulator(store, options.clock ?? createOwnClock(store, options.now));
  const controlRouter = createControlRouter(simulator);
  const server = createServer(createApp(simulator, controlRouter));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    fillDemoData(simulator);
    server.listen(options.port, host);
    await once(server, 'listening');
  } catch (error) {
    store.close();
    throw error;
  }
  store.conversations.closeAll();
  resumeDeliveries(simulator);
  simulator.jobs.start(jobKinds(simulator));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : options.port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    controlRouter,
    get demo() {
      return demoOf(simulator);
    },
    stop: async () => {
      simulator.sender.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await simulator.jobs.stop();
      store.close();
    },
  };
}

function createApp(simulator: Simulator, controlRouter: express.Router): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.use('/control', controlRouter);
  app.use(createApiRouter(simulator));
  return app;
}

function demoOf({ store }: Simulator): RunningSimulator['demo'] {
  const [first] = demoNumbers;
  const number = store.numbers.byPhoneNumber(first?.phoneNumber ?? '') ?? store.numbers.all()[0];
  return { apiKey: number?.apiKey ?? '', phoneNumber: number?.phoneNumber ?? '' };
}

const SECRET = 'media.secret';
const OFFSET = 'clock.offset';

/** Puts the parts together over an opened store. Nothing runs yet. */
function createSimulator(store: SimulatorStore, clock: Clock): Simulator {
  const bus = createEventBus();
  const secret = store.settings.get<string>(SECRET) ?? randomBytes(24).toString('hex');
  store.settings.set(SECRET, secret);
  // Every view of the simulator shows the current time.
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
function createOwnClock({ settings }: SimulatorStore, wall?: () => number): Clock {
  const read = () => settings.get<number>(OFFSET) ?? 0;
  return new Clock({ read, write: (offset) => settings.set(OFFSET, offset) }, wall);
}

/** How to start a simulator; see {@link startSimulator}. */
export interface SimulatorOptions {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Interface to listen on; loopback by default. */
  host?: string;
  /** File of its durable store. Without it (or with `memory`) everything is forgotten at `stop`. */
  dataFile?: string;
  memory?: boolean;
  /** The clock that it shares with others; one of its own by default. */
  clock?: Clock;
  /** For a clock of its own: the wall clock in milliseconds since the epoch, to which the journey is added. */
  now?: () => number;
}

/** A listening 360dialog simulator. */
export interface RunningSimulator {
  /** Base URL of the simulated 360dialog API, without a trailing slash, e.g. `http://127.0.0.1:4010`. */
  url: string;
  port: number;
  /** The control API (`/state`, `/customers`, …, without the `/control` prefix), to be mounted elsewhere too. */
  controlRouter: Router;
  /** A number with its key that exists from the first start on. `phoneNumber` is digits only. */
  demo: { apiKey: string; phoneNumber: string };
  /** Stops timers and the listener, ends open streams and closes the store. */
  stop(): Promise<void>;
}
