import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { isWanted } from '../omnichannel/isWanted';

/**
 * Whether a new conversation of this number would find somebody, by Rocket.Chat's own rules (one round trip). Where it
 * does not tell, or a template asked for somebody who may be there although nobody else is, a room is asked for, which
 * Rocket.Chat refuses when nobody is.
 */
export async function isSomeoneThere(
  host: Host,
  { departmentId }: ConnectedNumber,
  { target }: Pick<Conversation, 'target'>,
): Promise<boolean> {
  if (isWanted(target)) {
    return true;
  }
  const online: unknown = await host.read
    .getLivechatReader()
    .isOnlineAsync(departmentId)
    .catch((error: unknown) => {
      host.logger.warn('Rocket.Chat did not tell whether somebody is there:', String(error));
    });
  return online !== false;
}
