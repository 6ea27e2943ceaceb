import type { Conversation } from '../records/conversations';
import { phoneVariants, sameCustomer } from '../whatsapp/phoneNumbers';

/**
 * A conversation whose customer is called by this phone from now on. Another spelling of the one they had is no change;
 * one that they gave up may be somebody else's by now.
 *
 * @param at when they had it first, epoch milliseconds
 */
export function withPhone(known: Conversation, waId: string, at: number): Conversation {
  const ids = [...new Set([...known.ids, ...phoneVariants(waId)])];
  const isOther = known.waId !== undefined && !sameCustomer(known.waId, waId);
  const former = [
    ...(known.former ?? []).filter((each) => !sameCustomer(each.waId, waId)),
    ...(isOther ? [{ waId: known.waId ?? '', until: at }] : []),
  ];
  return { ...known, ids, waId, former: former.length > 0 ? former : undefined };
}
