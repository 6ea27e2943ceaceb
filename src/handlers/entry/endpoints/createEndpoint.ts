import type { IAppAccessors, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type {
  IApiEndpoint,
  IApiEndpointInfo,
  IApiRequest,
  IApiResponse,
} from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { hideSecrets, safeLog } from '../../core/hideSecrets';
import type { HostMaker } from '../../core/Host';
import { isStoreNewer } from '../../core/records/install';
import type { endpoints } from './endpoints';

/**
 * Webhooks have about ten levels, and resellers wrap them in a few more. A document of the store may have a hundred.
 */
const DEEPEST = 40;
/** A webhook of 100 kB holds about a thousand messages. */
const LONGEST = 10_000;
/** Names that reach an object's prototype. */
const INHERITED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Whether a body is safe to parse and store: its depth and size are limited, and it uses no name of a prototype. The
 * check goes level by level, so that a deep body cannot overflow the stack.
 */
export function isWellFormed(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const below: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value) && value.length > LONGEST) return false;
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
      if (INHERITED.some((name) => Object.hasOwn(value, name))) return false;
      for (const inner of Object.values(value)) if (typeof inner === 'object') below.push(inner);
    }
    level = below;
  }
  return true;
}

/**
 * An endpoint as Rocket.Chat registers it, for a row of the table. A failure is answered with a bare 500. An unsafe
 * body or query is answered with 400 before any of it is parsed.
 */
export function createEndpoint(app: IApp, makeHost: HostMaker, row: (typeof endpoints)[number]): IApiEndpoint {
  const endpoint = new (class extends ApiEndpoint {
    override path = row.path;
  })(app);
  return Object.assign(endpoint, { [row.method]: handle });

  // A method, not an arrow function: the engine calls it on a copy of the endpoint whose app has the log of this
  // request.
  async function handle(
    this: ApiEndpoint,
    request: IApiRequest,
    _info: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const logger = this.app.getLogger();
    // The engine has logged the request with its secret, even when the request is refused.
    hideSecrets(logger);
    if (!isWellFormed(request.content) || !isWellFormed(request.query)) {
      safeLog(logger).warn(`The endpoint ${row.path} refused a request: too deep, too long, or with a forbidden name`);
      return { status: 400 };
    }
    try {
      const host = makeHost({ read, modify, http, persistence, logger });
      // A request that is refused here comes again: 360dialog repeats a webhook for at least a day, and other callers
      // see that it failed.
      const isRefused = row.method === 'post' && (await isStoreNewer(host));
      return isRefused ? { status: 503 } : await row.handle(host, request);
    } catch (error) {
      // The caller may be anybody, so the answer gives no details of the error.
      safeLog(logger).error(`The endpoint ${row.path} failed:`, String(error));
      return { status: 500 };
    }
  }
}

/** The path of an endpoint below the workspace's address, as Rocket.Chat computed it at registration; '' before that. */
export function endpointPath({ providedApiEndpoints }: IAppAccessors, path: string): string {
  return providedApiEndpoints.find((endpoint) => endpoint.path === path)?.computedPath ?? '';
}
