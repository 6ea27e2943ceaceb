import { accessError } from '../../errors/accessError';
import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const forbidden = defineFault('forbidden', {
  title: 'Endpoint blocked (403)',
  description: '360dialog has blocked the endpoint for this number.',
  params: {
    shape: { type: 'choice', title: 'Body', default: 'error', options: ['error', 'meta'] },
    on: targetParam,
  },
  hooks: {
    request: ({ shape, on }, target) =>
      onTarget(on, target)
        ? {
            do: 'answer',
            answer: accessError(403, 'The endpoint is blocked', shape === 'meta' ? 'meta' : 'error'),
          }
        : undefined,
  },
});
