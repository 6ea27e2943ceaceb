import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const garbageAnswer = defineFault('garbage-answer', {
  title: 'Answer that is no JSON',
  description:
    'The request is done, but the answer is something else: text, an empty body, or JSON without the expected fields.',
  params: {
    body: { type: 'choice', title: 'Body', default: 'text', options: ['text', 'empty', 'empty object', 'null'] },
    on: targetParam,
  },
  hooks: {
    answer: ({ body, on }, target, answer) => {
      if (!onTarget(on, target)) return undefined;
      const texts: Record<string, string> = { text: 'bad json', empty: '', 'empty object': '{}', null: 'null' };
      return { status: answer.status, text: texts[body] ?? '' };
    },
  },
});
