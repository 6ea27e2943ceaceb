import type { Host } from '../Host';
import { saveConversation } from '../records/conversations';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { registerVisitor } from './registerVisitor';

/**
 * The conversation of a customer who comes back, with their visitor as it is by now: an agent may have renamed it. One
 * that was deleted meanwhile is registered again, because Rocket.Chat makes no room for a visitor that it does not have.
 */
export async function meetAgain(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
): Promise<Conversation> {
  const { token } = conversation.visitor;
  const stored = await host.read.getLivechatReader().getLivechatVisitorByToken(token);
  if (stored) {
    return { ...conversation, visitor: { ...conversation.visitor, name: stored.name } };
  }
  const { waId, userId, profileName: name, customer } = conversation;
  const { visitor } = await registerVisitor(host, number, { waId, userId, name }, customer);
  const again = {
    ...conversation,
    visitor: { id: visitor.id ?? '', token: visitor.token, username: visitor.username, name: visitor.name },
  };
  await saveConversation(host, again);
  return again;
}
