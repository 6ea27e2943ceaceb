import type { Host } from '../core/Host';
import { saveConversation } from './conversations/conversations';
import type { Conversation } from './conversations/conversations';
import { generationOf, registerVisitor } from './visitor';
import { hidePhone, isPhoneToBeShown } from './showPhone';

/** A customer who comes back. */
export interface Return {
  conversation: Conversation;
  /** Rocket.Chat has not looked for the contact of their visitor yet. */
  isUnknown: boolean;
}

/**
 * The conversation of a customer who comes back, with their visitor as it is by now: an agent may have renamed it. One
 * that was deleted meanwhile is replaced, because Rocket.Chat makes no room for a visitor that it does not have. So is one
 * that this app did not make: earlier versions took over whoever had the customer's phone.
 */
export async function meetAgain(host: Host, conversation: Conversation): Promise<Return> {
  const { token } = conversation.visitor;
  const generation = await generationOf(host, conversation, token);
  if (generation === undefined) {
    return { conversation: await replaceVisitor(host, conversation, 0), isUnknown: true };
  }
  const stored = await host.read.getLivechatReader().getLivechatVisitorByToken(token);
  if (!stored) {
    return { conversation: await replaceVisitor(host, conversation, generation + 1), isUnknown: true };
  }
  const isUnknown = await isPhoneToBeShown(host, conversation, stored.phone ?? []);
  if (!isUnknown) {
    await hidePhone(host, conversation, stored.phone ?? []);
  }
  return { conversation: { ...conversation, visitor: { ...conversation.visitor, name: stored.name } }, isUnknown };
}

/** The same conversation with another visitor of its own, which no room has yet. */
export async function replaceVisitor(
  host: Host,
  conversation: Conversation,
  generation: number,
): Promise<Conversation> {
  const { waId, userId, profileName: name } = conversation;
  const visitor = await registerVisitor(host, conversation, { waId, userId, name }, generation);
  const replaced = { ...conversation, visitor };
  await saveConversation(host, replaced);
  return replaced;
}
