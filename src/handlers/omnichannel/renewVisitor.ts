import type { Host } from '../core/Host';
import type { Conversation } from './conversations/conversations';
import { createVisitor, generationOf } from './visitor';
import { hidePhone } from './showPhone';

/** What WhatsApp newly tells of a customer. */
interface News {
  name?: string;
  /** Digits, the country code first. */
  waId?: string;
}

/**
 * Takes what is new over to the customer's visitor, so that agents and other apps find it. A name is taken over unless an
 * agent renamed the visitor: then the agent's stays.
 *
 * @returns the visitor's name from now on
 */
export async function renewVisitor(host: Host, known: Conversation, { name, waId }: News): Promise<string> {
  const { visitor, profileName } = known;
  // One that an earlier version took over is also somebody else's.
  const isOwn = (await generationOf(host, known, visitor.token)) !== undefined;
  const stored = isOwn ? await host.read.getLivechatReader().getLivechatVisitorByToken(visitor.token) : undefined;
  if (!stored) {
    return visitor.name;
  }
  const named = name !== undefined && stored.name === profileName ? name : stored.name;
  if (named !== stored.name) {
    await createVisitor(host, { token: visitor.token, username: stored.username, name: named });
  }
  // Before a visitor's first room, Rocket.Chat looks for a contact with this phone.
  if (waId !== undefined && !known.holding) {
    await hidePhone(host, { ...known, waId });
  }
  return named;
}
