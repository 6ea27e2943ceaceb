import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import express, { Router } from 'express';
import type { Workspace } from '../workspace/Workspace';
import { identify } from './access/identify';
import { hasPermission } from './access/permissions';
import { refuseUnsafeBody } from './body/refuseUnsafeBody';
import { HttpError, sendError } from './HttpError';
import { serveHelp } from '../help/serveHelp';
import type { HttpContext, OpenCall, Route } from './Route';
import { routes } from './routes';

/** Rocket.Chat's own limit for JSON and forms. */
const BODY_LIMIT = '50mb';

/**
 * The limit for requests to apps, both endpoints and UI interactions: the server sets none for these parsers, and this
 * is their default (`bridges/router.ts`, `communication/uikit.ts`). No setting and no proxy changes it.
 */
const APP_BODY_LIMIT = '100kb';
const CALLS_OF_APPS = ['/api/apps/private', '/api/apps/public', '/api/apps/ui.interaction'];

/** The whole HTTP interface: Rocket.Chat's endpoints, the workbench's own, and the page for every other address. */
export function createHttpApp(context: HttpContext, page: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'extended');
  app.use(CALLS_OF_APPS, parsers(APP_BODY_LIMIT), refuseAsExpress);
  app.use(parsers(BODY_LIMIT));
  // Before the guard, because the simulator may be told to deliver a body that the guard refuses.
  app.use('/api/workbench/simulator', signedIn(context), context.simulator.controlRouter);
  app.use(refuseUnsafeBody);
  app.use(mountRoutes(context.workspace, routes(context)));
  app.use(['/api', '/file-upload', '/avatar'], (_request, response) => {
    response.status(404).json({ status: 'error', message: 'API endpoint does not exist' });
  });
  app.use('/help', serveHelp());
  app.use(page);
  const onError: ErrorRequestHandler = (error, _request, response, _next) => sendError(error, response);
  app.use(onError);
  return app;
}

function parsers(limit: string): RequestHandler[] {
  return [express.json({ limit }), express.urlencoded({ extended: true, limit })];
}

/** Rocket.Chat has no error handler here, so a body that these parsers refuse gets Express's own error page. */
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

/** Makes a router from the table of endpoints, and checks for all of them who may call. */
function mountRoutes(workspace: Workspace, routes: Route[]): Router {
  const router = Router();
  for (const route of routes) {
    router[route.method](route.path, (request: Request, response: Response) =>
      answer(workspace, route, request, response),
    );
  }
  return router;
}

async function answer(workspace: Workspace, route: Route, request: Request, response: Response): Promise<void> {
  const user = identify(workspace, request);
  const call: OpenCall = { user, params: textParams(request), query: request.query, body: request.body, request };
  if ('respond' in route) {
    if (route.access === 'anyone') await route.respond(call, response);
    else await route.respond({ ...call, user: admit(user, route.access) }, response);
    return;
  }
  const body =
    route.access === 'anyone'
      ? await route.handle(call)
      : await route.handle({ ...call, user: admit(user, route.access) });
  response.json(body);
}

function admit(user: OpenCall['user'], access: Exclude<Route['access'], 'anyone'>): NonNullable<OpenCall['user']> {
  if (!user) throw HttpError.notSignedIn();
  if (access !== 'signed-in' && !hasPermission(user, access)) throw HttpError.forbidden();
  return user;
}

/** Wildcards are lists of path parts; everything else is text. */
function textParams(request: Request): Record<string, string> {
  const entries = Object.entries(request.params);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]));
}
