import { assign, setup } from 'xstate';
import type { Sentence } from './numberForm';

export type DisconnectEvent =
  | { type: 'CONFIRM' }
  | { type: 'WEBHOOK_REMOVED' }
  | { type: 'WEBHOOK_STAYS'; reason: Sentence }
  | { type: 'FORGOTTEN' }
  | { type: 'CANCEL' };

interface DisconnectContext {
  digits: string;
  reason: Sentence | null;
}

/**
 * Disconnecting a number: the admin confirms, the webhook is removed at 360dialog, and the number and its secrets are
 * deleted. If 360dialog cannot be reached, the admin may still disconnect the number here.
 */
export const disconnectNumber = setup({
  types: {
    context: {} as DisconnectContext,
    events: {} as DisconnectEvent,
    input: {} as { digits: string },
    tags: '' as 'busy',
  },
  actions: {
    removeWebhook: () => undefined,
    forgetNumber: () => undefined,
    announceDisconnection: () => undefined,
  },
}).createMachine({
  id: 'disconnectNumber',
  initial: 'confirming',
  context: ({ input }) => ({ digits: input.digits, reason: null }),
  states: {
    confirming: {
      on: { CONFIRM: { target: 'removingWebhook', actions: 'removeWebhook' }, CANCEL: 'kept' },
    },
    removingWebhook: {
      tags: 'busy',
      on: {
        WEBHOOK_REMOVED: { target: 'forgetting', actions: 'forgetNumber' },
        WEBHOOK_STAYS: { target: 'offering', actions: assign({ reason: ({ event }) => event.reason }) },
      },
    },
    offering: {
      on: { CONFIRM: { target: 'forgetting', actions: 'forgetNumber' }, CANCEL: 'kept' },
    },
    forgetting: {
      tags: 'busy',
      on: { FORGOTTEN: { target: 'disconnected', actions: 'announceDisconnection' } },
    },
    disconnected: { type: 'final' },
    kept: { type: 'final' },
  },
});
