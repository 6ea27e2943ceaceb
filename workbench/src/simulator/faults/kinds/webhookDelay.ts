import { defineFault } from '../defineFault';

export const webhookDelay = defineFault('webhook-delay', {
  title: 'Late webhooks',
  description: 'Events are delivered after a while.',
  params: {
    ms: { type: 'number', title: 'Milliseconds', default: 5000, minimum: 1 },
  },
  hooks: { delivery: ({ ms }, plan) => ({ ...plan, delayMs: plan.delayMs + ms }) },
});
