import type { Connection } from '../dialog360/Connection';
import { technically } from '../dialog360/technically';
import type { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import type { ConnectedNumber } from '../records/numbers';

/**
 * How to reach a connected number at 360dialog, at the address that the settings name. What goes wrong technically is
 * logged, and remembered for who asks for support.
 */
export async function connectionOf(host: Host, { apiKey }: Pick<ConnectedNumber, 'apiKey'>): Promise<Connection> {
  const note = (trouble: AppError) => {
    host.logger.warn('360dialog could not be asked:', trouble.message);
    const at = new Date().toISOString();
    host.memory.troubles.set(at, { at, what: technically(trouble) });
  };
  return { http: host.http, baseUrl: await host.memory.settings.get('apiBaseUrl'), apiKey, note };
}
