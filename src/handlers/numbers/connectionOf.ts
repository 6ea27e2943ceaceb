import { AppError } from '../core/errors/AppError';
import type { Host } from '../core/Host';
import type { Connection } from '../dialog360/Connection';
import { technically } from '../dialog360/readUnreachable';
import { noteFailure, restsUntil } from './mediaFailures';
import type { ConnectedNumber } from './numbers';

/**
 * How to reach a number at 360dialog, at the address that the settings name. What goes wrong technically is logged, and
 * remembered for who asks for support. Requests for files of a connected number keep 360dialog's limit of failures.
 */
export async function connectionOf(
  host: Host,
  { apiKey, digits }: Pick<ConnectedNumber, 'apiKey'> & Partial<Pick<ConnectedNumber, 'digits'>>,
): Promise<Connection> {
  const note = (trouble: AppError) => {
    host.logger.warn('360dialog could not be asked:', trouble.message);
    const at = new Date().toISOString();
    host.memory.troubles.set(at, { at, what: technically(trouble) });
  };
  const baseUrl = await host.memory.settings.get('apiBaseUrl');
  const media = digits === undefined ? undefined : mediaLimit(host, digits);
  return { http: host.dialog360, baseUrl, apiKey, note, media };
}

function mediaLimit(host: Host, digits: string): Connection['media'] {
  return {
    mayAsk: async () => {
      const until = await restsUntil(host, digits);
      if (until !== undefined && until > Date.now()) {
        const minutes = Math.ceil((until - Date.now()) / 60_000);
        throw new AppError({ kind: 'refused', retry: 'no', key: 'media:resting', params: { minutes } });
      }
    },
    failed: ({ key }) => noteFailure(host, digits, key === 'errors:endpointBlocked'),
  };
}
