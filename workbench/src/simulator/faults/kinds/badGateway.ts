import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const badGateway = defineFault('bad-gateway', {
  title: 'Bad gateway',
  description: 'HTTP 502 with plain text, as a proxy answers while WhatsApp is not available.',
  params: { on: targetParam },
  hooks: {
    request: ({ on }, target) =>
      onTarget(on, target)
        ? {
            do: 'answer',
            answer: { status: 502, headers: { 'Content-Type': 'text/html; charset=utf-8' }, text: 'Bad Gateway' },
          }
        : undefined,
  },
});
