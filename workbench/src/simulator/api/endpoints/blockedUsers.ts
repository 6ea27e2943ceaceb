import { conversationOf } from '../../customers/conversationOf';
import { findByPhone } from '../../customers/findByPhone';
import { isWindowOpen } from '../../customers/isWindowOpen';
import { digitsOf } from '../../identity/digitsOf';
import type { JsonObject } from '../../json/JsonObject';
import { listOf } from '../../json/listOf';
import { textOf } from '../../json/textOf';
import type { Simulator } from '../../Simulator';
import type { NumberRecord } from '../../store/NumberRecord';

/** A user of a block request: found, or why it cannot be done. */
export interface BlockCandidate {
  input: string;
  waId: string;
  error?: { message: string; code: number };
}

/** Reads `block_users: [{user}]`; only somebody who wrote in the last 24 hours can be blocked. */
export function blockedUsers(
  { store, clock }: Simulator,
  { phoneNumber }: NumberRecord,
  body: JsonObject,
): BlockCandidate[] {
  return listOf(body.block_users).map(({ user }) => {
    const input = textOf(user) ?? '';
    const customer = store.customers.byUserId(input) ?? findByPhone(store.customers, digitsOf(input));
    const waId = customer?.waId ?? customer?.userId ?? digitsOf(input);
    const isRecent = customer && isWindowOpen(conversationOf(store, phoneNumber, customer.id), clock.now());
    return isRecent ? { input, waId } : { input, waId, error: { message: 'Re-engagement required', code: 139103 } };
  });
}
