import type { Host } from '../Host';
import type { ConnectedNumber } from '../records/numbers';

/** Whether a new conversation of this number would find somebody, by Rocket.Chat's own rules (one round trip). */
export async function isSomeoneThere(host: Host, { departmentId }: ConnectedNumber): Promise<boolean> {
  return host.read.getLivechatReader().isOnlineAsync(departmentId);
}
