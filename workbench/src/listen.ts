import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { sendWaitingPage } from './http/page/servePage';
import { reasonOf, StartupError } from './StartupError';

/** A listening server. `handle` answers its requests; before it is set, a waiting page does. */
export interface Listening {
  port: number;
  handle: RequestListener;
  stop: () => Promise<void>;
}

/** Keeps idle connections longer than clients do, so that none is closed while a request is arriving. */
const KEEP_ALIVE_MS = 65_000;

/** How long running requests may still take when the server stops; streams end at once. */
const GRACE_MS = 500;

/** Opens the port. @throws StartupError when it is not available. */
export async function listen(port: number, host: string): Promise<Listening> {
  const server: Server = createServer((request, response) => listening.handle(request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const listening: Listening = {
    port,
    handle: (request, response) => sendWaitingPage(request, response, 'The workbench is starting…'),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
      }),
  };
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new StartupError(explain(reasonOf(error), port));
  });
  const address = server.address();
  if (address && typeof address === 'object') listening.port = address.port;
  return listening;
}

function explain(reason: string, port: number): string {
  if (reason === 'EADDRINUSE') return `Port ${port} is in use; choose another one with --port`;
  if (reason === 'EACCES') return `Port ${port} may not be used by this user; choose another one with --port`;
  return `Port ${port} cannot be used: ${reason}`;
}
