import { defineFault } from '../defineFault';

export const statusEarly = defineFault('status-early', {
  title: 'Status before the answer',
  description: 'The first status reaches the webhook before the send is answered.',
  params: {},
  hooks: {
    statuses: (_values, [first, ...rest]) => (first ? [{ ...first, early: true }, ...rest] : undefined),
  },
});
