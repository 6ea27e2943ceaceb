import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Clock } from '../../clock/Clock';

/** The result of one request to a webhook; `status` is absent when there was no answer. */
export interface WebhookAttempt {
  status?: number;
  error?: string;
  ms: number;
}

interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

/** Posts webhook bodies over the network. */
export interface WebhookSender {
  /** Waits for a free place among `concurrency` requests of that lane, then posts. Never rejects. */
  post(lane: string, concurrency: number, request: WebhookRequest): Promise<WebhookAttempt>;
  /** Aborts running requests; they count as failed and will be repeated. */
  stop(): void;
}

export function createWebhookSender(clock: Clock): WebhookSender {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const lanes = createLanes();
  const stopping = new AbortController();
  // Aborts every running request.
  setMaxListeners(0, stopping.signal);
  return {
    post: (lane, concurrency, request) =>
      lanes.run(lane, concurrency, () => postWebhook(request, { agents, clock, signal: stopping.signal })),
    stop: () => {
      stopping.abort();
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** Limits how many pieces of work run at a time in each lane; the others wait in order. */
export interface Lanes {
  run<T>(lane: string, places: number, work: () => Promise<T>): Promise<T>;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, { running: number; waiting: (() => void)[] }>();
  return {
    run: async (name, places, work) => {
      const lane = lanes.get(name) ?? { running: 0, waiting: [] };
      lanes.set(name, lane);
      // A finished request hands its slot to the next one in line, so that no other request takes it.
      if (lane.running >= places) await new Promise<void>((resolve) => lane.waiting.push(resolve));
      else lane.running += 1;
      try {
        return await work();
      } finally {
        const next = lane.waiting.shift();
        if (next) next();
        else lane.running -= 1;
      }
    },
  };
}

/** The user agent of 360dialog's sender, as observed: Python's httpx. */
const OWN_HEADERS = {
  Accept: '*/*',
  'Accept-Encoding': 'gzip, deflate',
  Connection: 'keep-alive',
  'User-Agent': 'python-httpx/0.28.1',
  'Content-Type': 'application/json',
};

/**
 * Posts one webhook body, with the registered headers verbatim and the URL's credentials as basic authorization.
 * The whole exchange has `timeoutMs`. Resolves with the status, or with the reason why there was none.
 */
function postWebhook(
  { url, headers, body, timeoutMs }: WebhookRequest,
  { agents, clock, signal }: { agents: { http: HttpAgent; https: HttpsAgent }; clock: Clock; signal: AbortSignal },
): Promise<WebhookAttempt> {
  const started = performance.now();
  const ended = () => Math.round(performance.now() - started);
  return new Promise<WebhookAttempt>((resolve) => {
    const target = new URL(url);
    const isSecure = target.protocol === 'https:';
    const credentials = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
    const bytes = Buffer.from(body);
    const request = (isSecure ? requestHttps : requestHttp)({
      protocol: target.protocol,
      hostname: target.hostname.replace(/^\[|\]$/g, ''),
      port: target.port || undefined,
      path: `${target.pathname}${target.search}`,
      method: 'POST',
      agent: isSecure ? agents.https : agents.http,
      auth: target.username ? credentials : undefined,
      headers: { ...OWN_HEADERS, 'Content-Length': bytes.length, ...headers },
      signal,
    });
    const inTime = clock.after(timeoutMs, () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    request.once('response', (response) => {
      response.resume();
      response.once('close', () => {
        inTime();
        resolve({ status: response.statusCode, ms: ended() });
      });
    });
    request.once('error', (error) => {
      inTime();
      resolve({ error: error.message, ms: ended() });
    });
    request.end(bytes);
  }).catch((error: unknown) => ({ error: String(error), ms: ended() }));
}
