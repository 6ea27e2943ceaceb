import type { Host } from '../Host';
import type { ConnectedNumber } from '../records/numbers';

/**
 * Whether a new conversation of this number would find somebody, by Rocket.Chat's own rules (one round trip). Where it
 * does not tell, somebody may be there: a room is then asked for, which Rocket.Chat refuses when nobody is.
 */
export async function isSomeoneThere(host: Host, { departmentId }: ConnectedNumber): Promise<boolean> {
  const online: unknown = await host.read
    .getLivechatReader()
    .isOnlineAsync(departmentId)
    .catch((error: unknown) => {
      host.logger.warn('Rocket.Chat did not tell whether somebody is there:', String(error));
    });
  return online !== false;
}
