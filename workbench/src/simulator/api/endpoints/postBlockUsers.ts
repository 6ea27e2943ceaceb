import { metaError } from '../../errors/metaError';
import { isObject } from '../../json/isObject';
import { missing } from '../../messages/checks/missing';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';
import { blockedUsers } from './blockedUsers';

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
