import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const slowAnswer = defineFault('slow-answer', {
  title: 'Slow answer',
  description: 'The request is done, but only after a while.',
  params: {
    ms: { type: 'number', title: 'Milliseconds', default: 8000, minimum: 1, maximum: 120_000 },
    on: targetParam,
  },
  hooks: {
    request: ({ ms, on }, target) => (onTarget(on, target) ? { do: 'wait', ms } : undefined),
  },
});
