import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import type { Simulator } from '../Simulator';
import { ControlError } from './ControlRoute';
import { controlRoutes } from './controlRoutes';

/** Files come as base64, so that a document of 100 MB fits. */
const LARGEST_BODY = '160mb';

/** The control API without its prefix, so that it can be mounted at several places. */
export function createControlRouter(simulator: Simulator): Router {
  const router = express.Router();
  router.use((request, response, next) => {
    // Another website must not use the control API of a visitor's machine.
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

/** `GET /media/:id`: the bytes of a stored file, for the phone to show; no key, no expiry of the URL. */
function sendMediaFile({ store }: Simulator, request: Request, response: Response): void {
  const media = store.media.byId(String(request.params.id));
  const bytes = media && store.mediaFiles.read(media.id);
  if (!bytes) {
    response.status(404).json({ error: 'there is no such file' });
    return;
  }
  // A customer's file may be a page with scripts, which must not run under the workbench's origin.
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.type(media.mimeType).send(bytes);
}

const KEEP_ALIVE_MS = 15_000;

/** `GET /events`: server-sent events until the client goes; a comment line every 15 seconds. */
function streamEvents({ bus }: Simulator, request: Request, response: Response): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    Connection: 'keep-alive',
  });
  response.write(': hello\n\n');
  const timer = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  const unsubscribe = bus.subscribe((name, data) => {
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  request.once('close', () => {
    clearInterval(timer);
    unsubscribe();
  });
}
