import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';

/** `POST ?trips=5`: so many of the cheapest round trips there are, one after another; answers after the first one. */
export class ReadsEndpoint extends ApiEndpoint {
  override path = 'reads';

  async post({ query }: IApiRequest, _endpoint: IApiEndpointInfo, read: IRead): Promise<IApiResponse> {
    const trips = Number(query.trips);
    const settings = read.getEnvironmentReader().getServerSettings();
    await settings.getValueById('Site_Url');
    void (async () => {
      for (let trip = 1; trip < trips; trip += 1) {
        await settings.getValueById('Site_Url');
      }
    })();
    return { status: 200 };
  }
}
