/**
 * Lets the time of an app's sandbox be moved: `Date`, timers and `AbortSignal.timeout` follow a clock that the host sets.
 * It is loaded before the engine's runtime. The host asks with a `ping` of JSON-RPC, which the runtime answers by itself
 * and the engine does not use; its own watchdog has another one, and nothing of the platform's network follows this clock.
 */
import { AsyncResource } from 'node:async_hooks';
import { replaceDate } from './replaceDate.ts';
import { Timers } from './Timers.ts';

const real = {
  now: globalThis.Date.now,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
};

const timers = new Timers({
  now: () => real.now.call(undefined),
  setTimeout: (callback, ms) => real.setTimeout(callback, ms),
  clearTimeout: (handle) => real.clearTimeout(handle),
});

type Callback = (...args: unknown[]) => void;

/** What calls back belongs to the request that has set the timer, also when a move of the clock brings it. */
const bound = (callback: Callback, args: unknown[]) => AsyncResource.bind(() => callback(...args));

const wait = (ms: unknown) => Math.max(Number(ms) || 0, 1);

function clear(handle: unknown): void {
  if (!timers.clear(handle)) Reflect.apply(real.clearTimeout, undefined, [handle]);
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

/** Requests of the app's own that are under way: the host sees no others. */
let fetching = 0;
const realFetch = globalThis.fetch;
globalThis.fetch = async (...request) => {
  fetching += 1;
  try {
    return await realFetch(...request);
  } finally {
    fetching -= 1;
  }
};

replaceDate(() => timers.now());

/** What the host asks: to move to an offset, and what waits. */
interface Question {
  offset: number;
  pace: number;
}

function isQuestion(params: unknown): params is [Question] {
  return Array.isArray(params) && typeof params[0] === 'object' && params[0] !== null && 'offset' in params[0];
}

const asked = new Map<string, number>();

/** Takes the host's question out of what comes in; everything that falls due calls back before this returns. */
export function hear(id: string, method: string, params: unknown): void {
  if (method !== 'ping' || !isQuestion(params)) return;
  timers.move(params[0].offset);
  asked.set(id, params[0].pace);
}

/** The answer to a question of the host, in place of the runtime's own; undefined for every other answer. */
export function answerTo(id: string): { value: { next: number | undefined; fetching: number } } | undefined {
  const pace = asked.get(id);
  if (pace === undefined) return undefined;
  asked.delete(id);
  return { value: { next: timers.next(pace), fetching } };
}
