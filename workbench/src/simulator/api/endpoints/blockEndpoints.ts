import { conversationOf, isWindowOpen } from '../../customers/conversationOf';
import { digitsOf, findByPhone } from '../../customers/findByPhone';
import { metaError } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, listOf, textOf } from '../../json';
import { missing } from '../../messages/checks';
import type { Simulator } from '../../Simulator';
import type { NumberRecord } from '../../store/numbers';
import { ok } from '../Answer';
import type { Endpoint } from '../Endpoint';

/** `GET /block_users` */
export const getBlockUsers: Endpoint = ({ store }, { number }) =>
  ok({
    data: store.blocks.all(number.phoneNumber).map((user) => ({ messaging_product: 'whatsapp', wa_id: user })),
    paging: { cursors: { before: '', after: '' } },
  });

/** `POST /block_users`; when some fail it answers 400 with both `block_users` and `error`. */
export const postBlockUsers: Endpoint = (simulator, { number, body }) => {
  if (!Array.isArray(body.block_users)) return metaError(missing('block_users'));
  const users = blockedUsers(simulator, number, body);
  const added = users.filter(({ error }) => !error);
  const failed = users.filter(({ error }) => error);
  for (const { waId } of added) simulator.store.blocks.add(number.phoneNumber, waId);
  const result = {
    messaging_product: 'whatsapp',
    block_users: {
      added_users: added.map(({ input, waId }) => ({ input, wa_id: waId })),
      failed_users: failed.map(({ input, waId, error }) => ({ input, wa_id: waId, errors: [error] })),
    },
  };
  if (failed.length === 0) return ok(result);
  const refusal = metaError({ code: 139100 });
  return { status: 400, json: { ...result, ...(isObject(refusal.json) && refusal.json) } };
};

/** `DELETE /block_users` */
export const deleteBlockUsers: Endpoint = (simulator, { number, body }) => {
  if (!Array.isArray(body.block_users)) return metaError(missing('block_users'));
  const removed = blockedUsers(simulator, number, body).filter(({ waId }) =>
    simulator.store.blocks.remove(number.phoneNumber, waId),
  );
  return ok({
    messaging_product: 'whatsapp',
    block_users: { removed_users: removed.map(({ input, waId }) => ({ input, wa_id: waId })) },
  });
};

/** A user of a block request: found, or why it cannot be done. */
export interface BlockCandidate {
  input: string;
  waId: string;
  error?: { message: string; code: number };
}

/** Reads `block_users: [{user}]`; only somebody who wrote in the last 24 hours can be blocked. */
function blockedUsers({ store, clock }: Simulator, { phoneNumber }: NumberRecord, body: JsonObject): BlockCandidate[] {
  return listOf(body.block_users).map(({ user }) => {
    const input = textOf(user) ?? '';
    const customer = store.customers.byUserId(input) ?? findByPhone(store.customers, digitsOf(input));
    const waId = customer?.waId ?? customer?.userId ?? digitsOf(input);
    const isRecent = customer && isWindowOpen(conversationOf(store, phoneNumber, customer.id), clock.now());
    return isRecent ? { input, waId } : { input, waId, error: { message: 'Re-engagement required', code: 139103 } };
  });
}
