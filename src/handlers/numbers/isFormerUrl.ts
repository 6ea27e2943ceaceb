import type { Host } from '../core/Host';
import type { ConnectedNumber } from './numbers';

/**
 * Whether an address that 360dialog delivers to is our own of before: the workspace has another address (Site_Url) since
 * the webhook of the number was set. To be asked of an address that is not ours now.
 */
export function isFormerUrl(host: Host, { siteUrl }: Pick<ConnectedNumber, 'siteUrl'>, url: string): boolean {
  return siteUrl !== undefined && url === siteUrl + host.endpointPath('incoming');
}
