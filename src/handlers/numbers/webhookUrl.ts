import { AppError } from '../core/errors/AppError';
import type { Host } from '../core/Host';
import type { ConnectedNumber } from './numbers';

/**
 * The address that 360dialog delivers to: the workspace's own address and our private path.
 * Read anew each time: who has just put the workspace's address right sets the webhook again at once.
 *
 * @throws AppError when the workspace has no address (the server setting Site_Url) or Rocket.Chat told no path
 */
export async function webhookUrl(host: Host): Promise<string> {
  const siteUrl = await host.memory.siteUrl.get(host, 0);
  const path = host.endpointPath('incoming');
  if (!siteUrl || !path) {
    throw new AppError({ kind: 'input', retry: 'no', key: 'errors:siteUrlMissing' });
  }
  return siteUrl + path;
}

/**
 * Whether an address that 360dialog delivers to is our own of before: the workspace has another address (Site_Url) since
 * the webhook of the number was set. To be asked of an address that is not ours now.
 */
export function isFormerUrl(host: Host, { siteUrl }: Pick<ConnectedNumber, 'siteUrl'>, url: string): boolean {
  return siteUrl !== undefined && url === siteUrl + host.endpointPath('incoming');
}
