import { Router, type Request, type Response } from 'express';
import type { Workspace } from '../workspace/Workspace';
import { hasPermission } from './access/hasPermission';
import { identify } from './access/identify';
import type { OpenCall } from './Call';
import { HttpError } from './HttpError';
import type { Route } from './Route';

/** Makes a router of the table of endpoints: who may call is checked here, once, for all of them. */
export function mountRoutes(workspace: Workspace, routes: Route[]): Router {
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

/** Wildcards come as lists of path parts; everything else as text. */
function textParams(request: Request): Record<string, string> {
  const entries = Object.entries(request.params);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]));
}
