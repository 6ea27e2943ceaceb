import { setup } from 'xstate';

export type ServiceWindowEvent = { type: 'CUSTOMER_WROTE' } | { type: 'DAY_PASSED' };

/**
 * The customer service window: 24 hours from the customer's last message any message may be sent, outside it only
 * templates (Meta: customer service windows). Unknown until something is known, and then WhatsApp itself decides.
 */
export const serviceWindow = setup({ types: { events: {} as ServiceWindowEvent } }).createMachine({
  id: 'serviceWindow',
  initial: 'unknown',
  states: {
    unknown: { on: { CUSTOMER_WROTE: 'open', DAY_PASSED: 'closed' } },
    open: { on: { CUSTOMER_WROTE: 'open', DAY_PASSED: 'closed' } },
    closed: { on: { CUSTOMER_WROTE: 'open' } },
  },
});
