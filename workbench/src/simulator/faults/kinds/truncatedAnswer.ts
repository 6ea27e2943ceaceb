import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const truncatedAnswer = defineFault('truncated-answer', {
  title: 'Answer cut short',
  description: 'The request is done, but its JSON ends in the middle, with or without the connection breaking.',
  params: {
    breakConnection: { type: 'switch', title: 'Break the connection', default: false },
    on: targetParam,
  },
  hooks: {
    answer: ({ breakConnection, on }, target, answer) => {
      if (!onTarget(on, target)) return undefined;
      if (breakConnection) return { ...answer, fate: 'cut' };
      const text = answer.text ?? JSON.stringify(answer.json ?? {});
      return {
        status: answer.status,
        headers: { 'Content-Type': 'application/json; charset=UTF-8' },
        text: text.slice(0, Math.ceil(text.length / 2)),
      };
    },
  },
});
