import { defineFault, onTarget, targetParam } from './FaultKind';

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
