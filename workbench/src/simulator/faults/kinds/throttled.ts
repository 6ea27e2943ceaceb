import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const throttled = defineFault('throttled', {
  title: 'Endpoint limit of 360dialog',
  description: 'HTTP 400 (not 429) with the text of 360dialog’s own limiter.',
  params: {
    shape: { type: 'choice', title: 'Body', default: 'error', options: ['error', 'meta', 'text'] },
    on: targetParam,
  },
  hooks: {
    request: ({ shape, on }, target) => {
      if (!onTarget(on, target)) return undefined;
      const text = 'You have exceeded the endpoint rate limit.';
      const bodies: Record<string, object> = {
        error: { json: { error: text } },
        meta: { json: { meta: { success: false, http_code: 400, developer_message: text } } },
        text: { text },
      };
      return { do: 'answer', answer: { status: 400, ...bodies[shape] } };
    },
  },
});
