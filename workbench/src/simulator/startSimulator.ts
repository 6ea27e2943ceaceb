import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { RunningSimulator } from './RunningSimulator';
import type { SimulatorOptions } from './SimulatorOptions';

/**
 * Starts the 360dialog simulator and resolves once it listens.
 * @throws the listener's error (`EADDRINUSE`, `EACCES`) when the port cannot be had, and the store's error when the file cannot be opened.
 */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const host = options.host ?? '127.0.0.1';
  const app = express();
  const controlRouter = express.Router();
  app.use('/control', controlRouter);
  const server = app.listen(options.port, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    controlRouter,
    demo: { apiKey: 'demo-key-5511555550100', phoneNumber: '551155550100' },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
