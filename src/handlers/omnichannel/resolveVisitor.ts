import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Customer } from '../webhook/Customer';
import { whereSupported } from '../whereSupported';

/**
 * The visitor that Rocket.Chat keeps under a business-scoped user id, else the one with this phone, which then gets the
 * id: WhatsApp may tell the one today and the other tomorrow. Servers before 8.4 have no such ids.
 *
 * @throws what Rocket.Chat fails with otherwise: a new visitor would make two people of one
 */
export async function resolveVisitor(host: Host, { waId, userId, username }: Customer): Promise<IVisitor | undefined> {
  if (!userId) {
    return undefined;
  }
  const creator = host.modify.getCreator().getLivechatCreator();
  const phone = waId ? { phone: `+${waId}` } : undefined;
  const ask = () => creator.resolveVisitor({ entityId: userId, metadata: { username } }, phone);
  return (await whereSupported(host, 'resolveVisitor', ask, undefined)) ?? undefined;
}
