import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those may stand in the way of a restart. */
const RANGE = { from: 20_000, count: 12_000 };

/** A port that nobody listens on, for a process that has to come back to it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = RANGE.from + Math.floor(Math.random() * RANGE.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
