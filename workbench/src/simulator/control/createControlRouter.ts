import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Simulator } from '../Simulator';
import { ControlError } from './ControlError';
import { controlRoutes } from './controlRoutes';
import { sendMediaFile } from './sendMediaFile';
import { streamEvents } from './streamEvents';

/** Files come as base64, so that a document of 100 MB fits. */
const LARGEST_BODY = '160mb';

/** The control API without its prefix, so that it can be mounted at several places. */
export function createControlRouter(simulator: Simulator): Router {
  const router = express.Router();
  router.use((request, response, next) => {
    // A page of somebody else must not work the controls of a visitor's machine.
    if (request.get('Sec-Fetch-Site') === 'cross-site') response.status(403).json({ error: 'not from other sites' });
    else next();
  });
  router.use(express.json({ limit: LARGEST_BODY }));
  router.get('/events', (request, response) => streamEvents(simulator, request, response));
  router.get('/media/:id', (request, response) => sendMediaFile(simulator, request, response));
  for (const { method, path, handle } of controlRoutes) {
    router[method](path, async (request, response) => {
      response.json(
        await handle({
          simulator,
          params: texts(request.params),
          query: texts(request.query),
          body: request.body,
        }),
      );
    });
  }
  router.use((_request, response) => void response.status(404).json({ error: 'there is no such control' }));
  router.use(explain);
  return router;
}

function texts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function explain(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof ControlError ? error.status : statusOf(error);
  response.status(status).json({ error: error instanceof Error ? error.message : 'unknown error' });
}

/** Errors of the body parser carry their own status (too large, no JSON). */
function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
