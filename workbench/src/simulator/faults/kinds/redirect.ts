import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const redirect = defineFault('redirect', {
  title: 'Redirect',
  description:
    'The answer names another address instead, as of an API that has moved or a proxy that wants somebody to sign in. Nothing is done.',
  params: {
    status: { type: 'choice', title: 'HTTP status', default: '302', options: ['301', '302', '303', '307', '308'] },
    to: { type: 'text', title: 'Begins with (empty: the same host)', default: '' },
    on: targetParam,
  },
  hooks: {
    request: ({ status, to, on }, target, path) =>
      onTarget(on, target)
        ? { do: 'answer', answer: { status: Number(status), headers: { Location: `${to}${path}` } } }
        : undefined,
  },
});
