import { defineFault } from '../defineFault';

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
