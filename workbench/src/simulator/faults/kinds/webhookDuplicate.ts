import { defineFault } from '../defineFault';

export const webhookDuplicate = defineFault('webhook-duplicate', {
  title: 'Doubled webhooks',
  description: 'Each event is delivered several times.',
  params: {
    copies: { type: 'number', title: 'Deliveries of each', default: 2, minimum: 2, maximum: 20 },
  },
  hooks: { delivery: ({ copies }, plan) => ({ ...plan, copies }) },
});
