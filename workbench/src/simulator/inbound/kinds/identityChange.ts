import { randomBytes } from 'node:crypto';
import type { InboundKind } from '../InboundKind';

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
