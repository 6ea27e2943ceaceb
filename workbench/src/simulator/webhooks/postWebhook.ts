import type { Agent as HttpAgent } from 'node:http';
import { request as requestHttp } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { request as requestHttps } from 'node:https';
import type { Clock } from '../../clock/Clock';
import type { WebhookAttempt, WebhookRequest } from './WebhookSender';

/** What was seen from 360dialog: its sender is Python's httpx. */
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
export function postWebhook(
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
