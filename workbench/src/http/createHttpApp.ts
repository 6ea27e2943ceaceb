import { STATUS_CODES } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { identify } from './access/identify';
import { refuseUnsafeBody } from './body/refuseUnsafeBody';
import type { HttpContext } from './HttpContext';
import { HttpError } from './HttpError';
import { mountRoutes } from './mountRoutes';
import { routes } from './routes';
import { sendError } from './sendError';

/** Rocket.Chat's own limit for JSON and forms. */
const BODY_LIMIT = '50mb';

/**
 * What apps are called with, endpoints and UI interactions: the server gives its parsers no limit, and theirs is this
 * (`bridges/router.ts`, `communication/uikit.ts`). No setting and no proxy changes it.
 */
const APP_BODY_LIMIT = '100kb';
const CALLS_OF_APPS = ['/api/apps/private', '/api/apps/public', '/api/apps/ui.interaction'];

/** The whole of HTTP: Rocket.Chat's endpoints, the workbench's own, and the page for every other address. */
export function createHttpApp(context: HttpContext, page: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'extended');
  app.use(CALLS_OF_APPS, parsers(APP_BODY_LIMIT), refuseAsExpress);
  app.use(parsers(BODY_LIMIT));
  // Before the guard: the simulator may be told to deliver a body that the guard is there to refuse.
  app.use('/api/workbench/simulator', signedIn(context), context.simulator.controlRouter);
  app.use(refuseUnsafeBody);
  app.use(mountRoutes(context.workspace, routes(context)));
  app.use(['/api', '/file-upload', '/avatar'], (_request, response) => {
    response.status(404).json({ status: 'error', message: 'API endpoint does not exist' });
  });
  app.use(page);
  const onError: ErrorRequestHandler = (error, _request, response, _next) => sendError(error, response);
  app.use(onError);
  return app;
}

function parsers(limit: string): RequestHandler[] {
  return [express.json({ limit }), express.urlencoded({ extended: true, limit })];
}

/** Nothing of Rocket.Chat stands between these parsers and the caller: a body that they refuse gets Express's own page. */
const refuseAsExpress: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 400;
  response
    .status(status)
    .type('html')
    .send(`<pre>${STATUS_CODES[status] ?? 'Bad Request'}</pre>`);
};

function signedIn({ workspace }: HttpContext): RequestHandler {
  return (request, _response, next) => next(identify(workspace, request) ? undefined : HttpError.notSignedIn());
}
