import { providerError } from '../../errors/providerError';
import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const serverError = defineFault('server-error', {
  title: 'Internal server error',
  description: 'HTTP 500 with 360dialog’s own error text.',
  params: { on: targetParam },
  hooks: {
    request: ({ on }, target) =>
      onTarget(on, target) ? { do: 'answer', answer: providerError(500, 'Internal server error') } : undefined,
  },
});
