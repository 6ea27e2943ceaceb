import { defineFault } from './FaultKind';

export const statusFailed = defineFault('status-failed', {
  title: 'Message fails later',
  description: 'The send is accepted, then a failed status with this code comes.',
  params: {
    code: { type: 'number', title: 'Code', default: 131026 },
    details: { type: 'text', title: 'Details (empty: as usual)', default: '' },
    afterSent: { type: 'switch', title: 'A sent status comes first', default: false },
  },
  hooks: {
    statuses: ({ code, details, afterSent }, statuses) => [
      ...(afterSent ? statuses.filter(({ status }) => status === 'sent') : []),
      {
        status: 'failed',
        afterMs: (statuses[0]?.afterMs ?? 0) + (afterSent ? 100 : 0),
        refusal: { code, details: details || undefined },
      },
    ],
  },
});

export const statusDropped = defineFault('status-dropped', {
  title: 'Missing statuses',
  description:
    'Some statuses never come: all of them, only sent, only delivered (read comes without it), or only read.',
  params: {
    which: { type: 'choice', title: 'Which', default: 'delivered', options: ['all', 'sent', 'delivered', 'read'] },
  },
  hooks: {
    statuses: ({ which }, statuses) => (which === 'all' ? [] : statuses.filter(({ status }) => status !== which)),
  },
});

export const statusDuplicate = defineFault('status-duplicate', {
  title: 'Doubled statuses',
  description: 'Every status of the message comes twice.',
  params: {},
  hooks: {
    statuses: (_values, statuses) =>
      statuses.flatMap((planned) => [planned, { ...planned, afterMs: planned.afterMs + 50 }]),
  },
});

export const statusShuffle = defineFault('status-shuffle', {
  title: 'Statuses in reverse',
  description: 'Read comes before delivered, delivered before sent.',
  params: {},
  hooks: {
    statuses: (_values, statuses) =>
      statuses.map((planned, index) => ({
        ...planned,
        afterMs: statuses[statuses.length - 1 - index]?.afterMs ?? planned.afterMs,
      })),
  },
});

export const statusEarly = defineFault('status-early', {
  title: 'Status before the answer',
  description: 'The first status reaches the webhook before the send is answered.',
  params: {},
  hooks: {
    statuses: (_values, [first, ...rest]) => (first ? [{ ...first, early: true }, ...rest] : undefined),
  },
});
