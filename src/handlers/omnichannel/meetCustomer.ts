import type { Host } from '../Host';
import { phoneVariants } from '../phone/phoneVariants';
import { findConversation, saveConversation } from '../records/conversations';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import type { Customer } from '../webhook/Customer';
import { createVisitor } from './createVisitor';
import { registerVisitor } from './registerVisitor';

/** A customer as they are met. */
export interface Meeting {
  conversation: Conversation;
  /** Rocket.Chat has just registered them: there is no room of theirs. */
  isNewVisitor: boolean;
}

/**
 * The conversation of a customer with one of our numbers, made when they are new to it: the visitor is found by phone in
 * both spellings or registered, with what WhatsApp told of them.
 *
 * @throws when Rocket.Chat does not give a visitor
 */
export async function meetCustomer(host: Host, number: ConnectedNumber, customer: Customer): Promise<Meeting> {
  const ids = idsOf(customer);
  const told = [customer.waId, customer.userId].filter((id) => id !== undefined);
  const known = await findConversation(host, number.digits, told);
  if (known) {
    return { conversation: await refresh(host, known, customer), isNewVisitor: false };
  }
  const primary = ids[0];
  if (primary === undefined) {
    throw new Error('a customer without any id cannot be met');
  }
  const { visitor, isNew } = await registerVisitor(host, number, customer, primary);
  const conversation: Conversation = {
    kind: 'conversation',
    number: number.digits,
    customer: primary,
    ids,
    waId: customer.waId,
    userId: customer.userId,
    profileName: customer.name,
    visitor: {
      id: visitor.id ?? '',
      token: visitor.token,
      username: visitor.username,
      name: visitor.name,
    },
  };
  await saveConversation(host, conversation);
  return { conversation, isNewVisitor: isNew };
}

/**
 * Everything the customer may be called: in Brazil, Mexico and Argentina one phone has two spellings, and WhatsApp uses
 * now one, now the other.
 */
function idsOf({ waId, userId }: Customer): string[] {
  const phones = waId ? [waId, ...phoneVariants(waId).filter((variant) => variant !== waId)] : [];
  return [...phones, userId].filter((id) => id !== undefined);
}

/** A customer who is known takes on what WhatsApp newly tells: another name, a BSUID beside the phone or the reverse. */
async function refresh(host: Host, known: Conversation, customer: Customer): Promise<Conversation> {
  const ids = [...new Set([...known.ids, ...idsOf(customer)])];
  const renamed = customer.name !== undefined && customer.name !== known.profileName;
  if (ids.length === known.ids.length && !renamed) {
    return known;
  }
  const conversation: Conversation = {
    ...known,
    ids,
    waId: customer.waId ?? known.waId,
    userId: customer.userId ?? known.userId,
    profileName: customer.name ?? known.profileName,
  };
  if (renamed && known.visitor.name === known.profileName) {
    conversation.visitor = { ...known.visitor, name: await rename(host, known, customer.name ?? '') };
  }
  await saveConversation(host, conversation);
  return conversation;
}

/** Gives the visitor the profile's new name, unless an agent renamed them: then the agent's name stays. */
async function rename(host: Host, { visitor, profileName }: Conversation, name: string): Promise<string> {
  const stored = await host.read.getLivechatReader().getLivechatVisitorByToken(visitor.token);
  if (!stored || stored.name !== profileName) {
    return stored?.name ?? visitor.name;
  }
  await createVisitor(host, { ...stored, name });
  return name;
}
