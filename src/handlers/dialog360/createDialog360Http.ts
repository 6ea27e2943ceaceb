import type { IHttp, IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { Buffer } from 'buffer';
import { reasonOf } from '../core/errors/describeError';
import type { Log } from '../core/hideSecrets';
import { isReachable, readSandbox, weights } from '../core/sandbox';
import type { Dialog360Http, HttpAnswer } from './Connection';
import { KEY_HEADER } from './Connection';
import { fetchDirectly } from './fetchDirectly';
import { hideKey, readUnreachable } from './readUnreachable';

declare module '../core/Host' {
  interface Memory {
    /** Whether the sandbox reaches 360dialog by itself. */
    reach: Reach;
  }
}

const names = { get: 'GET', post: 'POST', del: 'DELETE' } as const;

type Method = keyof typeof names;

/**
 * Sends requests to 360dialog. It uses the sandbox's own `fetch`, because Rocket.Chat's `IHttp` silently follows
 * redirects to any host and sends the key along. If the sandbox cannot connect, as in a network that only Rocket.Chat's
 * proxy may leave, the request goes through `IHttp`. A request that may already have been sent is never repeated that
 * way.
 */
export function createDialog360Http(host: { http: IHttp; reach: Reach; logger: Log }): Dialog360Http {
  const by =
    (method: Method) =>
    (url: string, request: IHttpRequest = {}) =>
      send(host, method, url, request);
  return { get: by('get'), post: by('post'), del: by('del') };
}

async function send(
  { http, reach, logger }: Parameters<typeof createDialog360Http>[0],
  method: Method,
  url: string,
  request: IHttpRequest,
): Promise<HttpAnswer> {
  const { origin } = new URL(url);
  const isOneWay = isTooHeavy(request);
  if (isOneWay || (await reach.isDirect(origin))) {
    try {
      return await fetchDirectly(names[method], url, request);
    } catch (error) {
      const { maybeSent, key } = readUnreachable(error, '');
      if (maybeSent || isOneWay) {
        if (key === 'errors:timedOut') {
          reach.doubt();
        }
        throw error;
      }
      reach.lose(origin);
      const reason = hideKey(reasonOf(error), request.headers?.[KEY_HEADER] ?? '');
      logger.warn('The app does not reach 360dialog by itself and asks through Rocket.Chat:', reason);
    }
  }
  return http[method](url, await encodeForm(request));
}

/** The connection to the engine cannot carry it. */
function isTooHeavy({ data }: IHttpRequest): boolean {
  const files = data instanceof FormData ? [...data.values()].filter((value) => typeof value !== 'string') : [];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return readSandbox().wire !== 'ipc' && bytes > weights.mostByEngine;
}

/** Rocket.Chat takes bytes only: its bridge carries no form from the sandbox to the server. */
async function encodeForm(request: IHttpRequest): Promise<IHttpRequest> {
  if (!(request.data instanceof FormData)) {
    return request;
  }
  const encoded = new Response(request.data);
  const headers = { ...request.headers, 'Content-Type': encoded.headers.get('content-type') ?? '' };
  return { ...request, headers, data: Buffer.from(await encoded.arrayBuffer()) };
}

/** Milliseconds for which requests go through Rocket.Chat after the sandbox did not reach the host. */
const REST = 5 * 60_000;

/** Whether the sandbox can reach 360dialog directly. Only Rocket.Chat knows proxies and private certificates. */
export class Reach {
  private known: { origin: string; isDirect: Promise<boolean>; until: number } | undefined;

  /**
   * Tries the host once, without a key, and caches the result: success until `doubt` is called, failure for five
   * minutes.
   */
  isDirect(origin: string): Promise<boolean> {
    if (this.known?.origin !== origin || this.known.until <= Date.now()) {
      const known = { origin, isDirect: isReachable(origin), until: Number.POSITIVE_INFINITY };
      void known.isDirect.then((isDirect) => {
        known.until = isDirect ? Number.POSITIVE_INFINITY : Date.now() + REST;
      });
      this.known = known;
    }
    return this.known.isDirect;
  }

  /** The host could not be connected to. */
  lose(origin: string): void {
    this.known = { origin, isDirect: Promise.resolve(false), until: Date.now() + REST };
  }

  /** The host did not answer in time, so it is tried again before the next request. */
  doubt(): void {
    this.known = undefined;
  }
}
