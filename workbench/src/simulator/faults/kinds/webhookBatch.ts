import { defineFault } from '../defineFault';

export const webhookBatch = defineFault('webhook-batch', {
  title: 'Webhooks in batches',
  description: 'Events are collected and delivered many in one body.',
  params: {
    size: { type: 'number', title: 'Events in a body', default: 10, minimum: 1, maximum: 1000 },
    windowMs: { type: 'number', title: 'Collected for milliseconds', default: 1000, minimum: 0 },
  },
  hooks: {
    delivery: ({ size, windowMs }, plan) => ({ ...plan, batchSize: size, batchWindowMs: windowMs }),
  },
});
