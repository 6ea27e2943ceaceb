import { defineFault } from '../defineFault';

export const mediaSlow = defineFault('media-slow', {
  title: 'Slow media',
  description: 'Downloads of customers’ files begin only after a while.',
  params: {
    ms: { type: 'number', title: 'Milliseconds', default: 5000, minimum: 1, maximum: 120_000 },
  },
  hooks: {
    request: ({ ms }, target) => (target === 'media download' ? { do: 'wait', ms } : undefined),
  },
});
