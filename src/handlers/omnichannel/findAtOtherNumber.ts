import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { findConversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import type { Customer } from '../webhook/Customer';

/**
 * The visitor of a customer who wrote to another number of ours under the same business-scoped user id, by our own
 * records: for servers that do not keep such ids themselves.
 */
export async function findAtOtherNumber(
  host: Host,
  { digits }: ConnectedNumber,
  { userId }: Customer,
): Promise<IVisitor | undefined> {
  if (!userId || !host.memory.lacks.get('resolveVisitor')) {
    return undefined;
  }
  const others = (await host.memory.numbers.get(host)).filter((other) => other.digits !== digits);
  for (const other of others) {
    const known = await findConversation(host, other.digits, [userId]);
    const visitor = known && (await host.read.getLivechatReader().getLivechatVisitorByToken(known.visitor.token));
    if (visitor) {
      return visitor;
    }
  }
  return undefined;
}
