import { metaError } from '../../errors/metaError';
import { missing } from '../../messages/checks/missing';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';
import { blockedUsers } from './blockedUsers';

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
