import type { Response } from 'express';
import type { Permission } from './access/permissions';
import type { Call, OpenCall } from './Call';

interface Place {
  method: 'get' | 'post' | 'put' | 'delete' | 'all';
  path: string;
}

/** An endpoint whose answer is JSON: what `handle` returns, sent with status 200. */
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

/** One line of the table of endpoints. What it throws becomes an answer in `sendError`. */
export type Route = JsonRoute | RawRoute;
