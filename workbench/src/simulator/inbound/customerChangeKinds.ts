import { randomBytes } from 'node:crypto';
import { createUserId, randomDigits } from '../customers/createIds';
import { objectOf, textOf } from '../json';
import type { InboundKind } from './InboundKind';

export const numberChange: InboundKind = {
  title: 'New phone number',
  description: 'WhatsApp tells that the customer changed the number; the sender is the old one.',
  example: { type: 'number-change', wa_id: '5511955550177' },
  build: ({ simulator, customer, message }) => {
    const old = customer.waId ?? '';
    const waId = textOf(message.wa_id) ?? `${old.slice(0, -4)}${randomDigits(4)}`;
    return {
      item: {
        type: 'system',
        system: {
          body: `User ${customer.name} changed from ${old} to ${waId}`,
          wa_id: waId,
          type: 'user_changed_number',
          ...objectOf(message.system),
        },
      },
      shown: { type: 'system', system: { body: `You changed your number to +${waId}` } },
      opensWindow: false,
      isAnonymous: true,
      effect: () => {
        simulator.store.customers.save({ ...customer, waId, formerWaIds: [...customer.formerWaIds, old] });
        simulator.bus.emit('state', {});
      },
    };
  },
};

export const identityChange: InboundKind = {
  title: 'New security code',
  description: 'WhatsApp tells that the customer’s identity changed, e.g. by a new phone.',
  example: { type: 'identity-change' },
  build: ({ simulator, customer }) => ({
    item: {
      type: 'system',
      system: {
        body: `${customer.name}'s security code changed`,
        identity: randomBytes(8).toString('hex'),
        customer: customer.waId ?? customer.userId,
        type: 'customer_identity_changed',
      },
      identity: {
        acknowledged: false,
        created_timestamp: simulator.clock.seconds(),
        hash: randomBytes(6).toString('base64'),
      },
    },
    shown: { type: 'system', system: { body: 'Your security code changed' } },
    opensWindow: false,
  }),
};

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
