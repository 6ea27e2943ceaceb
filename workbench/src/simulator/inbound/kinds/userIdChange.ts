import { createUserId } from '../../identity/createUserId';
import { textOf } from '../../json/textOf';
import type { InboundKind } from '../InboundKind';

export const userIdChange: InboundKind = {
  title: 'New business-scoped id',
  description: 'A `user_id_update` webhook: previous and current id of the same person.',
  example: { type: 'user-id-change' },
  build: ({ simulator, customer, message }) => {
    const current = textOf(message.user_id) ?? createUserId(customer.waId);
    return {
      field: 'user_id_update',
      list: 'user_id_update',
      item: {
        ...(customer.waId !== undefined && { wa_id: customer.waId }),
        detail: 'The user changed their phone number.',
        user_id: { previous: customer.userId, current },
        timestamp: simulator.clock.seconds(),
      },
      isComplete: true,
      shown: null,
      opensWindow: false,
      effect: () => {
        simulator.store.customers.save({ ...customer, userId: current });
        simulator.bus.emit('state', {});
      },
    };
  },
};
