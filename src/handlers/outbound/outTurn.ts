import type { Conversation } from '../records/conversations';

/** In whose turn something is sent: what goes to one customer from one number keeps its order. */
export function outTurn({ number, customer }: Pick<Conversation, 'number' | 'customer'>): string {
  return `out ${number} ${customer}`;
}
