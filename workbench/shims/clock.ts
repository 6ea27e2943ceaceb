/**
 * Lets the time of an app's sandbox be moved: `Date`, timers and `AbortSignal.timeout` follow a clock that the host sets.
 * It is loaded before the engine's runtime. The host asks with a `ping` of JSON-RPC, which the engine does not use; its
 * own watchdog has another one, and nothing of the platform's network follows this clock.
 */
import { AsyncResource } from 'node:async_hooks';
import { replaceDate } from './replaceDate.ts';
import { Timers } from './Timers.ts';

// The platform's own. Called without an object: older versions of Deno refuse a timer that is a method of another one.
const { setTimeout: wake, clearTimeout: forget } = globalThis;
const { now } = globalThis.Date;

const timers = new Timers({
  now: () => now(),
  setTimeout: (callback, ms) => wake(callback, ms),
  clearTimeout: (handle) => forget(handle),
});

type Callback = (...args: unknown[]) => void;

/** A timer's callback belongs to the request that set the timer, also when a move of the clock fires it. */
const bound = (callback: Callback, args: unknown[]) => AsyncResource.bind(() => callback(...args));

const wait = (ms: unknown) => Math.max(Number(ms) || 0, 1);

function clear(handle: unknown): void {
  if (!timers.clear(handle)) Reflect.apply(forget, undefined, [handle]);
}

Object.assign(globalThis, {
  setTimeout: (callback: Callback, ms?: number, ...args: unknown[]) => timers.set(bound(callback, args), wait(ms)),
  setInterval: (callback: Callback, ms?: number, ...args: unknown[]) =>
    timers.set(bound(callback, args), wait(ms), wait(ms)),
  clearTimeout: clear,
  clearInterval: clear,
});

AbortSignal.timeout = (ms) => {
  const controller = new AbortController();
  timers.set(() => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')), wait(ms));
  return controller.signal;
};

/** Requests of the app's own that are under way, bodies included, and how often one began or ended: the host sees neither. */
const fetches = { underWay: 0, changes: 0 };
/** Only the host gets out of this network, as by a proxy that the sandbox does not know. */
let isOffline = false;

async function counted<T>(work: () => Promise<T>): Promise<T> {
  fetches.underWay += 1;
  fetches.changes += 1;
  try {
    return await work();
  } finally {
    fetches.underWay -= 1;
    fetches.changes += 1;
  }
}

const realFetch = globalThis.fetch;
globalThis.fetch = (...request) =>
  counted(() => {
    if (isOffline) throw new TypeError('fetch failed', { cause: new Error('connect ENETUNREACH') });
    return realFetch(...request);
  });
for (const name of ['arrayBuffer', 'text', 'json', 'blob'] as const) {
  const read: unknown = Reflect.get(Response.prototype, name);
  if (typeof read !== 'function') continue;
  Object.defineProperty(Response.prototype, name, {
    configurable: true,
    writable: true,
    value(this: Response): Promise<unknown> {
      return counted(async () => Reflect.apply(read, this, []));
    },
  });
}

replaceDate(() => timers.now());

/** A question of the host: move to an offset, and report what waits. The first one also carries the fixed facts. */
interface Question {
  offset: number;
  pace: number;
  isOffline?: boolean;
}

export function isQuestion(method: string, params: unknown): params is [Question] {
  return method === 'ping' && Array.isArray(params) && Object.hasOwn(Object(params[0]), 'offset');
}

/**
 * Does what the host asks. Everything that falls due calls back before this returns; the answer comes when the app has gone
 * on from there as far as it can at once.
 */
export async function hear([{ offset, pace, ...more }]: [Question]): Promise<{
  value: { next: number | undefined; fetches: typeof fetches };
}> {
  timers.move(offset);
  isOffline = more.isOffline ?? isOffline;
  await new Promise<void>((resolve) => void wake(resolve, 0));
  return { value: { next: timers.next(pace), fetches: { ...fetches } } };
}
