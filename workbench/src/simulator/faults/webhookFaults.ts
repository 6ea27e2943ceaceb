import { listOf, objectOf } from '../json';
import { defineFault } from './FaultKind';

export const webhookLost = defineFault('webhook-lost', {
  title: 'Lost webhooks',
  description: 'Events never reach the webhook and are not repeated.',
  params: {},
  hooks: { delivery: (_values, plan) => ({ ...plan, lost: true }) },
});

export const webhookDuplicate = defineFault('webhook-duplicate', {
  title: 'Doubled webhooks',
  description: 'Each event is delivered several times.',
  params: {
    copies: { type: 'number', title: 'Deliveries of each', default: 2, minimum: 2, maximum: 20 },
  },
  hooks: { delivery: ({ copies }, plan) => ({ ...plan, copies }) },
});

export const webhookDelay = defineFault('webhook-delay', {
  title: 'Late webhooks',
  description: 'Events are delivered after a while.',
  params: {
    ms: { type: 'number', title: 'Milliseconds', default: 5000, minimum: 1 },
  },
  hooks: { delivery: ({ ms }, plan) => ({ ...plan, delayMs: plan.delayMs + ms }) },
});

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

export const webhookBroken = defineFault('webhook-broken', {
  title: 'Broken webhook bodies',
  description: 'The body is cut, empty, no JSON, not an object, or in the flat form from before the Cloud API.',
  params: {
    how: {
      type: 'choice',
      title: 'How',
      default: 'cut',
      options: ['cut', 'empty', 'text', 'array', 'flat'],
    },
  },
  hooks: {
    body: ({ how }, body) => {
      const broken: Record<string, () => string> = {
        cut: () => body.slice(0, Math.ceil(body.length / 2)),
        empty: () => '',
        text: () => 'bad json',
        array: () => `[${body}]`,
        flat: () => flatten(body),
      };
      return broken[how]?.();
    },
  },
});

function flatten(body: string): string {
  const [entry] = listOf(objectOf(JSON.parse(body)).entry);
  const [change] = listOf(entry?.changes);
  const { messaging_product: _product, metadata: _metadata, ...flat } = objectOf(change?.value);
  return JSON.stringify(flat);
}
