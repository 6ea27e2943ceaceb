import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Where webhooks go, as it was registered at 360dialog. */
export interface Target {
  url: string;
  headers: Record<string, string>;
}

/** Connections are kept, as 360dialog keeps them; as many as are needed. */
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

/** The result of one request. */
export interface Answer {
  /** 0 when there was no answer. */
  status: number;
  /** Milliseconds from the sending to the end of the answer. */
  ms: number;
}

/** Posts a JSON body. Never rejects: what went wrong is counted, not thrown. */
export function post({ url, headers }: Target, body: string): Promise<Answer> {
  const start = performance.now();
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ status, ms: performance.now() - start });
    const length = Buffer.byteLength(body);
    const options = {
      method: 'POST',
      agent,
      headers: { 'Content-Type': 'application/json', 'Content-Length': length, ...headers },
    };
    const sending = request(url, options, (response) => {
      response.resume();
      response.once('end', () => end(response.statusCode ?? 0));
      response.once('error', () => end(0));
    });
    sending.once('error', () => end(0));
    sending.end(body);
  });
}

/** Sends every item, always so many at a time. @returns the answers, in the order of the items */
export async function inFlight<T, A>(width: number, items: readonly T[], send: (item: T) => Promise<A>): Promise<A[]> {
  const answers: A[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [at, item] of waiting) {
      answers[at] = await send(item);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}

/**
 * Sends the items at a fixed rate, whether the answers come or not: as customers write. When this process itself falls
 * behind, it sends what is due at once.
 *
 * @param perSecond items a second
 */
export async function offered<T>(
  perSecond: number,
  items: readonly T[],
  send: (item: T) => Promise<Answer>,
): Promise<Answer[]> {
  const start = performance.now();
  const sending: Promise<Answer>[] = [];
  while (sending.length < items.length) {
    const due = Math.min(items.length, 1 + Math.floor(((performance.now() - start) / 1_000) * perSecond));
    for (const item of items.slice(sending.length, due)) {
      sending.push(send(item));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(sending);
}
