import type { Host } from '../core/Host';
import { findConversation } from './conversations/conversations';
import type { Conversation } from './conversations/conversations';

/** Where a customer is known besides this conversation: their contacts in Rocket.Chat may be several. */
export interface Elsewhere {
  /** Digits of our other numbers that they have written to. */
  numbers: string[];
  /** How somebody is called who has the same phone in another channel. Whoever it is chose that name. */
  name?: string;
}

/** More numbers are not asked: each costs a round trip. */
const MOST_NUMBERS = 5;

/** Looks where else a new customer is known. Never throws: their message must not wait for it. */
export async function findElsewhere(host: Host, conversation: Conversation): Promise<Elsewhere> {
  const { number, waId, userId } = conversation;
  try {
    const ids = [waId, userId].filter((id) => id !== undefined);
    const others = (await host.memory.numbers.get(host)).filter(({ digits }) => digits !== number);
    const numbers: string[] = [];
    for (const { digits } of others.slice(0, MOST_NUMBERS)) {
      if (await findConversation(host, digits, ids)) {
        numbers.push(digits);
      }
    }
    const named = waId && (await host.read.getLivechatReader().getLivechatVisitorByPhoneNumber(`+${waId}`));
    const isOther = named && named.token !== conversation.visitor.token;
    return { numbers, ...(isOther ? { name: named.name || named.username } : {}) };
  } catch (error) {
    host.logger.warn('Rocket.Chat did not tell where else a customer is known:', String(error));
    return { numbers: [] };
  }
}
