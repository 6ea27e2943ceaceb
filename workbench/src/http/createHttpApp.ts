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

/** The whole of HTTP: Rocket.Chat's endpoints, the workbench's own, and the page for every other address. */
export function createHttpApp(context: HttpContext, page: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'extended');
  app.use(express.json({ limit: BODY_LIMIT }), express.urlencoded({ extended: true, limit: BODY_LIMIT }));
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

function signedIn({ workspace }: HttpContext): RequestHandler {
  return (request, _response, next) => next(identify(workspace, request) ? undefined : HttpError.notSignedIn());
}
