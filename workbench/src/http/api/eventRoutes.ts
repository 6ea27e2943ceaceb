import type { Response } from 'express';
import type { WorkspaceEvent } from '../../workspace/WorkspaceEvents';
import type { Call, HttpContext, Route } from '../Route';

/** Proxies and browsers close a stream that is silent for long. */
const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events: everything that this user may see, from now on. Each has `now`, the workbench's time of the event
 * in milliseconds since 1970; `clock` sends it at the start and after each time travel.
 */
export function eventRoutes({ workspace, apps, clock }: HttpContext): Route[] {
  function stream({ user, request }: Call, response: Response): void {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    request.socket.setNoDelay(true);
    const send = (type: string, data: object) =>
      response.write(`event: ${type}\ndata: ${JSON.stringify({ ...data, now: clock.now() })}\n\n`);
    response.write(': listening\n\n');
    send('clock', {});

    const stopEvents = workspace.events.subscribe((event) => {
      // Roles and availability may change while the stream is open.
      const listener = workspace.users.find(user._id);
      if (listener && workspace.mayHear(listener, event.audience)) send(event.type, dataOf(event));
    });
    const stopRoundTrips = apps.roundTrips.subscribe((record) => send('roundtrip', { request: record }));
    const stopClock = clock.onMove(() => send('clock', {}));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    response.once('close', () => {
      clearInterval(heartbeat);
      stopEvents();
      stopRoundTrips();
      stopClock();
    });
  }
  return [{ method: 'get', path: '/api/workbench/events', access: 'signed-in', respond: stream }];
}

function dataOf({ type: _type, audience: _audience, ...data }: WorkspaceEvent): object {
  return data;
}
