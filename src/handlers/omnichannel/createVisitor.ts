import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { whereSupported } from '../whereSupported';

/**
 * Registers a visitor: the one that Rocket.Chat made of it or had already, whose token counts. A server that tells no
 * more than an id is asked for the whole.
 *
 * @returns undefined where Rocket.Chat gives none
 * @throws what Rocket.Chat fails with
 */
export async function createVisitor(host: Host, facts: IVisitor): Promise<IVisitor | undefined> {
  const creator = host.modify.getCreator().getLivechatCreator();
  const ask = () => creator.createAndReturnVisitor(facts);
  const visitor = await whereSupported(host, 'createAndReturnVisitor', ask, undefined);
  if (visitor) {
    return visitor;
  }
  await creator.createVisitor(facts);
  return host.read.getLivechatReader().getLivechatVisitorByToken(facts.token);
}
