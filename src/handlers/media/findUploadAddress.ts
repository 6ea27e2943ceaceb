import type { Host } from '../Host';
import { isReachable } from '../isReachable';

/**
 * The address at which the workspace takes a visitor's file for a room over HTTP, as its livechat widget uploads it.
 * Undefined where nobody answers at the workspace's own address (Site Url), or the sandbox may not ask. One round trip.
 */
export async function findUploadAddress(host: Host, roomId: string): Promise<string | undefined> {
  // Read anew: an admin who has just put it right tries the file again.
  const siteUrl = await host.memory.siteUrl.get(host, 0);
  return /^https?:\/\//i.test(siteUrl) && (await isReachable(`${siteUrl}/api/info`))
    ? `${siteUrl}/api/v1/livechat/upload/${encodeURIComponent(roomId)}`
    : undefined;
}
