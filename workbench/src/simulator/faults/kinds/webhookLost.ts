import { defineFault } from '../defineFault';

export const webhookLost = defineFault('webhook-lost', {
  title: 'Lost webhooks',
  description: 'Events never reach the webhook and are not repeated.',
  params: {},
  hooks: { delivery: (_values, plan) => ({ ...plan, lost: true }) },
});
