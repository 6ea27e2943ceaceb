import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import type { Customer } from '../whatsapp/webhook/EventBase';
import { createVisitor } from './createVisitor';
import { visitorKeys } from './visitorKeys';

/** No user can be called so: their names have letters, digits, dots, dashes and underscores. */
const PREFIX = 'whatsapp:';

/**
 * Registers a conversation's own visitor. Without a phone: Rocket.Chat gives back whoever has it already, in every channel
 * and whatever their claim to it is worth, so nothing but the token may find a visitor.
 *
 * @param generation see `visitorKeys`
 * @throws when Rocket.Chat gives none, or another one
 */
export async function registerVisitor(
  host: Host,
  owner: Pick<Conversation, 'number' | 'customer'>,
  { waId, userId, name, username }: Customer,
  generation = 0,
): Promise<Conversation['visitor']> {
  const { id, token } = await visitorKeys(host, owner, generation);
  const visitor = await createVisitor(host, {
    id,
    token,
    username: `${PREFIX}${waId ?? userId ?? owner.customer}`,
    name: name ?? username ?? (waId ? `+${waId}` : owner.customer),
    phone: [],
  });
  if (visitor?.token !== token) {
    throw new Error('Rocket.Chat registered no visitor for the customer');
  }
  return { id: visitor.id ?? id, token, username: visitor.username, name: visitor.name };
}

/** What a visitor's username says of the customer: the phone's digits or the business-scoped id. */
export function readUsername(username: string): string {
  return username.startsWith(PREFIX) ? username.slice(PREFIX.length) : username;
}
