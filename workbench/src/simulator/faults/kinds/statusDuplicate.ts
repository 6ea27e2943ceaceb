import { defineFault } from '../defineFault';

export const statusDuplicate = defineFault('status-duplicate', {
  title: 'Doubled statuses',
  description: 'Every status of the message comes twice.',
  params: {},
  hooks: {
    statuses: (_values, statuses) =>
      statuses.flatMap((planned) => [planned, { ...planned, afterMs: planned.afterMs + 50 }]),
  },
});
