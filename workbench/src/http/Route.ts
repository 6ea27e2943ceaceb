import type { Request, Response } from 'express';
import type { Clock } from '../clock/Clock';
import type { AppHost } from '../engine/AppHost';
import type { RunningSimulator } from '../simulator/startSimulator';
import type { UserDocument } from '../workspace/documents/UserDocument';
import type { Workspace } from '../workspace/Workspace';
import type { Permission } from './access/permissions';

interface Place {
  method: 'get' | 'post' | 'put' | 'delete' | 'all';
  path: string;
}

/** An endpoint with a JSON answer: the result of `handle`, sent with status 200. */
export type JsonRoute = Place &
  (
    | { access: 'anyone'; handle(call: OpenCall): unknown }
    | { access: 'signed-in' | Permission; handle(call: Call): unknown }
  );

/** An endpoint that writes its answer itself: files, streams, an app's own answers. */
export type RawRoute = Place &
  (
    | { access: 'anyone'; respond(call: OpenCall, response: Response): unknown }
    | { access: 'signed-in' | Permission; respond(call: Call, response: Response): unknown }
  );

/** One row of the table of endpoints. `sendError` turns its errors into answers. */
export type Route = JsonRoute | RawRoute;

/** A request to an endpoint. Its values are untrusted, so endpoints parse them. */
export interface Call {
  /** The signed-in user. */
  user: UserDocument;
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  request: Request;
}

/** A request to an endpoint that anyone may call. */
export type OpenCall = Omit<Call, 'user'> & { user?: UserDocument };

/** The dependencies of the endpoints. */
export interface HttpContext {
  workspace: Workspace;
  apps: AppHost;
  simulator: RunningSimulator;
  clock: Clock;
  /** The workbench's version and its public address (without a trailing slash). */
  version: string;
  url: string;
  /** The id of the app under trial. */
  appId: string;
  /** Builds, installs and reloads the package under trial; see `POST /api/workbench/app/:action`. */
  readPackage: () => Promise<Buffer>;
}

/** Rocket.Chat's form of a good answer. */
export function success<T extends object>(body?: T): T & { success: true } {
  return Object.assign({}, body, { success: true as const });
}
