import type { Conversation } from '../records/conversations';

/**
 * Where an answer goes: the customer's number, or their business-scoped id where WhatsApp tells no number. A BSUID must
 * not stand in `to`: the API would take it and drop the message (360dialog: usernames and BSUID).
 */
export function addressOf({
  waId,
  userId,
}: Pick<Conversation, 'waId' | 'userId'>): { to: string } | { recipient: string } {
  return waId ? { to: waId } : { recipient: userId ?? '' };
}
