import type { Connection } from '../dialog360/Connection';
import type { Host } from '../Host';
import type { ConnectedNumber } from '../records/numbers';

/** How to reach a connected number at 360dialog, at the address that the settings name. */
export async function connectionOf(host: Host, { apiKey }: Pick<ConnectedNumber, 'apiKey'>): Promise<Connection> {
  return { http: host.http, baseUrl: await host.memory.settings.get('apiBaseUrl'), apiKey };
}
