import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Customer } from '../webhook/Customer';
import { isLacking } from './isLacking';

/**
 * The visitor that Rocket.Chat keeps under a business-scoped user id, else the one with this phone, which then gets the
 * id: WhatsApp may tell the one today and the other tomorrow. Servers before 8.4 have no such ids; the sandbox's accessors
 * are proxies that know every name, so only asking shows it.
 *
 * @throws what Rocket.Chat fails with otherwise: a new visitor would make two people of one
 */
export async function resolveVisitor(host: Host, { waId, userId, username }: Customer): Promise<IVisitor | undefined> {
  if (!userId || host.memory.lacks.get('resolveVisitor')) {
    return undefined;
  }
  try {
    const creator = host.modify.getCreator().getLivechatCreator();
    const phone = waId ? { phone: `+${waId}` } : undefined;
    return (await creator.resolveVisitor({ entityId: userId, metadata: { username } }, phone)) ?? undefined;
  } catch (error) {
    if (!isLacking(error)) {
      throw error;
    }
    host.memory.lacks.set('resolveVisitor', true);
    host.logger.debug('This server keeps no external ids of visitors:', String(error));
    return undefined;
  }
}
