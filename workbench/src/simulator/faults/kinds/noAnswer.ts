import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const noAnswer = defineFault('no-answer', {
  title: 'No answer',
  description: 'The request is swallowed; the connection stays open and is closed without an answer in the end.',
  params: {
    ms: { type: 'number', title: 'Closed after milliseconds', default: 60_000, minimum: 1, maximum: 300_000 },
    on: targetParam,
  },
  hooks: {
    request: ({ ms, on }, target) => (onTarget(on, target) ? { do: 'hang', ms } : undefined),
  },
});
