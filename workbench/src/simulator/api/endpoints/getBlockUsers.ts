import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /block_users` */
export const getBlockUsers: Endpoint = ({ store }, { number }) =>
  ok({
    data: store.blocks.all(number.phoneNumber).map((user) => ({ messaging_product: 'whatsapp', wa_id: user })),
    paging: { cursors: { before: '', after: '' } },
  });
