import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const connectionReset = defineFault('connection-reset', {
  title: 'Connection reset',
  description:
    'The connection breaks instead of an answer: before anything was done, or after the message was accepted, when nobody can tell the two apart.',
  params: {
    when: { type: 'choice', title: 'When', default: 'before', options: ['before', 'after'] },
    on: targetParam,
  },
  hooks: {
    request: ({ when, on }, target) =>
      when === 'before' && onTarget(on, target) ? { do: 'answer', answer: { status: 0, fate: 'reset' } } : undefined,
    answer: ({ when, on }, target, answer) =>
      when === 'after' && onTarget(on, target) ? { ...answer, fate: 'reset' } : undefined,
  },
});
