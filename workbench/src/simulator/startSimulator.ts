import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { createApiRouter } from './api/createApiRouter';
import { createControlRouter } from './control/createControlRouter';
import { createOwnClock, createSimulator } from './createSimulator';
import { demoNumbers } from './demo/demoNumbers';
import { fillDemoData } from './demo/fillDemoData';
import { jobKinds } from './jobs/jobKinds';
import type { RunningSimulator } from './RunningSimulator';
import type { Simulator } from './Simulator';
import type { SimulatorOptions } from './SimulatorOptions';
import { openSimulatorStore } from './store/openSimulatorStore';
import { resumeDeliveries } from './webhooks/resumeDeliveries';

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
