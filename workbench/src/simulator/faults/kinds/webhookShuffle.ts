import { defineFault } from '../defineFault';

export const webhookShuffle = defineFault('webhook-shuffle', {
  title: 'Webhooks out of order',
  description: 'Events overtake one another: each is held back for a random time, and a batch is mixed.',
  params: {
    withinMs: { type: 'number', title: 'Held back up to milliseconds', default: 1500, minimum: 0 },
  },
  hooks: {
    delivery: ({ withinMs }, plan) => ({
      ...plan,
      delayMs: plan.delayMs + Math.floor(Math.random() * withinMs),
      shuffle: true,
    }),
  },
});
