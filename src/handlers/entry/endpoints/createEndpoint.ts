import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type {
  IApiEndpoint,
  IApiEndpointInfo,
  IApiRequest,
  IApiResponse,
} from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { safeLog } from '../../core/hideSecrets';
import type { HostMaker } from '../../core/Host';
import type { endpoints } from './endpoints';
import { isBearable } from './isBearable';

/**
 * An endpoint as Rocket.Chat registers it, for a row of the table. One that fails answers 500 and nothing else,
 * and a body or query that no honest sender makes is answered 400 before anything is read of it.
 */
export function createEndpoint(app: IApp, makeHost: HostMaker, row: (typeof endpoints)[number]): IApiEndpoint {
  const endpoint = new (class extends ApiEndpoint {
    override path = row.path;
  })(app);
  return Object.assign(endpoint, { [row.method]: handle });

  // A method, not an arrow: the engine calls it on a copy of the endpoint whose app has the log of this very request.
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
    if (!isBearable(request.content) || !isBearable(request.query)) {
      safeLog(logger).warn(`The endpoint ${row.path} refused a request: too deep, too long, or with a forbidden name`);
      return { status: 400 };
    }
    try {
      return await row.handle(makeHost({ read, modify, http, persistence, logger }), request);
    } catch (error) {
      // The caller may be anybody, so the answer tells nothing of what went wrong.
      safeLog(logger).error(`The endpoint ${row.path} failed:`, String(error));
      return { status: 500 };
    }
  }
}
