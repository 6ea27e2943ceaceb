import type { Simulator } from '../Simulator';
import { mediaHash } from './mediaHash';

const LIFE_SECONDS = 5 * 60;

/**
 * A download URL as Meta gives it: on `lookaside.fbsbx.com`, good for five minutes. Clients of 360dialog replace the host by
 * the API's own and send their key.
 */
export function mediaUrl(simulator: Simulator, id: string, source?: 'webhook'): string {
  const expires = String(Math.floor(simulator.clock.now() / 1000) + LIFE_SECONDS);
  const query = new URLSearchParams({
    mid: id,
    ...(source && { source }),
    ext: expires,
    hash: mediaHash(simulator, id, expires),
  });
  return `https://lookaside.fbsbx.com/whatsapp_business/attachments/?${query.toString()}`;
}
