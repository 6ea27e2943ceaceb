import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type {
  IApiEndpoint,
  IApiEndpointInfo,
  IApiRequest,
  IApiResponse,
} from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { HostMaker } from '../HostMaker';
import type { endpoints } from './endpoints';

/** An endpoint as Rocket.Chat registers it, for a row of the table. */
export function createEndpoint(app: IApp, makeHost: HostMaker, row: (typeof endpoints)[number]): IApiEndpoint {
  const endpoint = new (class extends ApiEndpoint {
    override path = row.path;
  })(app);
  const handle = async (
    request: IApiRequest,
    _info: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> => row.handle(makeHost({ read, modify, http, persistence }), request);
  return Object.assign(endpoint, { [row.method]: handle });
}
