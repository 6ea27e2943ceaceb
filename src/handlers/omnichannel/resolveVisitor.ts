import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Customer } from '../webhook/Customer';

/**
 * The visitor that Rocket.Chat keeps under a business-scoped user id. Only for customers without a phone: with one, the
 * phone finds them on every server. Servers before 8.4 have no such ids; the sandbox's accessors are proxies that know
 * every name, so only asking shows it.
 */
export async function resolveVisitor(host: Host, { waId, userId, username }: Customer): Promise<IVisitor | undefined> {
  if (waId || !userId || host.memory.lacks.has('resolveVisitor')) {
    return undefined;
  }
  try {
    const creator = host.modify.getCreator().getLivechatCreator();
    return (await creator.resolveVisitor({ entityId: userId, metadata: { username } })) ?? undefined;
  } catch (error) {
    host.memory.lacks.add('resolveVisitor');
    host.logger.debug('This server keeps no external ids of visitors:', String(error));
    return undefined;
  }
}
