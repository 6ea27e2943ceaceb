import { accessError } from '../../errors/accessError';
import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const unauthorized = defineFault('unauthorized', {
  title: 'Key refused (401)',
  description: 'A good key is refused: in today’s shape, in the legacy shape (body says 404), or with an empty body.',
  params: {
    shape: { type: 'choice', title: 'Body', default: 'error', options: ['error', 'meta', 'empty'] },
    on: targetParam,
  },
  hooks: {
    request: ({ shape, on }, target) => {
      if (!onTarget(on, target)) return undefined;
      if (shape === 'empty') return { do: 'answer', answer: { status: 401 } };
      return { do: 'answer', answer: accessError(401, 'Invalid API key', shape === 'meta' ? 'meta' : 'error') };
    },
  },
});
