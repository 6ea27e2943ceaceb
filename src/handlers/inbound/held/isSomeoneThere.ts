import type { Host } from '../../core/Host';
import type { ConnectedNumber } from '../../numbers/numbers';
import { findAwaited, targetOf } from '../../omnichannel/conversations/awaited';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { isDepartmentGone } from '../../omnichannel/createRoom';

/**
 * Whether a new conversation of this number would find somebody, by Rocket.Chat's own rules (one round trip). A department
 * that is gone keeps nobody out. Where Rocket.Chat does not tell, or a template asked for somebody who may be there although
 * nobody else is, a room is asked for, which Rocket.Chat refuses when nobody is.
 */
export async function isSomeoneThere(
  host: Host,
  { departmentId }: ConnectedNumber,
  conversation: Pick<Conversation, 'number' | 'customer'>,
): Promise<boolean> {
  if (await isOnline(host, departmentId)) {
    return true;
  }
  if (targetOf(await findAwaited(host, conversation)) !== undefined) {
    return true;
  }
  const isGone = departmentId !== undefined && (await isDepartmentGone(host, departmentId));
  return isGone && isOnline(host, undefined);
}

async function isOnline({ read, logger }: Host, departmentId: string | undefined): Promise<boolean> {
  const online: unknown = await read
    .getLivechatReader()
    .isOnlineAsync(departmentId)
    .catch((error: unknown) => {
      logger.warn('Rocket.Chat did not tell whether somebody is there:', String(error));
    });
  return online !== false;
}
