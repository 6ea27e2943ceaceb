import { defineFault } from '../defineFault';

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
