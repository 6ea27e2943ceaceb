import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Target } from './Target';

/** Connections are kept, as 360dialog keeps them; as many as are needed. */
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

/** What came of one request. */
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
