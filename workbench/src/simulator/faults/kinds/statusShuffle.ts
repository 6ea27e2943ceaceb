import { defineFault } from '../defineFault';

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
