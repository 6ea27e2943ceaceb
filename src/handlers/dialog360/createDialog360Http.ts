import type { IHttp, IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { reasonOf } from '../errors/reasonOf';
import type { Log } from '../hideSecrets';
import { weights } from '../media/weights';
import { readSandbox } from '../sandbox';
import { bytesOf } from './bytesOf';
import type { Dialog360Http, HttpAnswer } from './Dialog360Http';
import { fetchDirectly } from './fetchDirectly';
import { hideKey } from './hideKey';
import { KEY_HEADER } from './KEY_HEADER';
import type { Reach } from './Reach';
import { readUnreachable } from './readUnreachable';

const names = { get: 'GET', post: 'POST', del: 'DELETE' } as const;

type Method = keyof typeof names;

/**
 * The way to 360dialog. Requests go out by the sandbox's own `fetch`, because Rocket.Chat's `IHttp` follows redirects to any
 * host, key included, and does not tell. Where the sandbox cannot connect, as in a network that lets only Rocket.Chat's
 * proxy out, the same request goes by `IHttp`. A request that may already have been sent is never repeated that way.
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
  return http[method](url, request);
}

/** The engine's wire cannot carry it. */
function isTooHeavy({ data }: IHttpRequest): boolean {
  return data !== undefined && readSandbox().wire !== 'ipc' && bytesOf(data).byteLength > weights.mostByEngine;
}
