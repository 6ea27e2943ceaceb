import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';
import { matchPath } from '../matchPath';

export interface EndpointMatch {
  api: AppApi;
  params: Record<string, string>;
}

/** Apps' endpoints, found by the path behind the app's base path. */
export class WorkbenchApiBridge extends ApiBridge {
  readonly #apis = new Map<string, AppApi[]>();

  /** The endpoint for a path such as `incoming` or `orders/17`. */
  find(appId: string, path: string): EndpointMatch | undefined {
    for (const api of this.#apis.get(appId) ?? []) {
      const params = matchPath(api.endpoint.path, path);
      if (params) return { api, params };
    }
    return undefined;
  }

  protected async registerApi(api: AppApi, appId: string): Promise<void> {
    this.#apis.set(appId, [...(this.#apis.get(appId) ?? []), api]);
  }

  protected async unregisterApis(appId: string): Promise<void> {
    this.#apis.delete(appId);
  }
}
