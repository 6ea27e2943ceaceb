import { setup } from 'xstate';

export type DeliveryEvent =
  { type: 'SENT' } | { type: 'DELIVERED' } | { type: 'READ' } | { type: 'PLAYED' } | { type: 'FAILED' };

/**
 * How far a message got. Statuses come in any order and more than once; they only move forward, and a failure never
 * undoes a message that was delivered or read (360dialog: webhooks are unordered and may be repeated).
 */
export const delivery = setup({
  types: { events: {} as DeliveryEvent },
  actions: { reportFailure: () => undefined },
}).createMachine({
  id: 'delivery',
  initial: 'accepted',
  states: {
    accepted: {
      on: {
        SENT: 'sent',
        DELIVERED: 'delivered',
        READ: 'read',
        PLAYED: 'played',
        FAILED: { target: 'failed', actions: 'reportFailure' },
      },
    },
    sent: {
      on: {
        DELIVERED: 'delivered',
        READ: 'read',
        PLAYED: 'played',
        FAILED: { target: 'failed', actions: 'reportFailure' },
      },
    },
    delivered: { on: { READ: 'read', PLAYED: 'played' } },
    read: { on: { PLAYED: 'played' } },
    // WhatsApp sometimes reports a delivery after a failure; the delivery counts.
    failed: { on: { DELIVERED: 'delivered', READ: 'read', PLAYED: 'played' } },
    played: { type: 'final' },
  },
});
