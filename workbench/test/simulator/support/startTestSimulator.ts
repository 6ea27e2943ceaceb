import type { RunningSimulator, SimulatorOptions } from '../../../src/simulator/startSimulator';
import { startSimulator } from '../../../src/simulator/startSimulator';
import type { Loose } from './Loose';

export interface Reply {
  status: number;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: Loose;
  headers: Headers;
}

/** A running simulator with short ways to its API and its controls. */
export interface TestSimulator {
  running: RunningSimulator;
  api(method: string, path: string, body?: unknown, key?: string): Promise<Reply>;
  /** Sends a message; `to` is Ana unless told. */
  send(message: Record<string, unknown>): Promise<Reply>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Something from a customer (Ana unless told), so that the 24 h window opens. */
  receive(message?: Record<string, unknown>, more?: Record<string, unknown>, customer?: string): Promise<Reply>;
  stop(): Promise<void>;
}

export const ANA = '5511955550111';

export async function startTestSimulator(options: Partial<SimulatorOptions> = {}): Promise<TestSimulator> {
  const running = await startSimulator({ port: 0, memory: options.dataFile === undefined, ...options });
  const call = async (method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Reply> => {
    const isRaw = typeof body === 'string' || body instanceof FormData;
    const response = await fetch(running.url + path, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && !(body instanceof FormData) && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : isRaw ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, json: parse(text), headers: response.headers };
  };
  const simulator: TestSimulator = {
    running,
    api: (method, path, body, key = running.demo.apiKey) => call(method, path, body, { 'D360-API-KEY': key }),
    send: (message) => simulator.api('POST', '/messages', { messaging_product: 'whatsapp', to: ANA, ...message }),
    control: (method, path, body) => call(method, `/control${path}`, body, {}),
    receive: (message = { type: 'text', text: { body: 'Hello' } }, more = {}, customer = ANA) =>
      simulator.control('POST', `/customers/${customer}/messages`, {
        number: running.demo.phoneNumber,
        message,
        ...more,
      }),
    stop: () => running.stop(),
  };
  return simulator;
}

function parse(text: string): Loose {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
