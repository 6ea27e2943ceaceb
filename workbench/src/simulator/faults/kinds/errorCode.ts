import { metaError } from '../../errors/metaError';
import { defineFault } from '../defineFault';
import { onTarget } from '../onTarget';
import { targetParam } from '../targetParam';

export const errorCode = defineFault('error-code', {
  title: 'Error of Meta',
  description: 'The next requests are refused with this code, in the error shape of Meta.',
  params: {
    code: { type: 'number', title: 'Code', default: 130429 },
    httpStatus: { type: 'number', title: 'HTTP status (0: as usual for the code)', default: 0 },
    details: { type: 'text', title: 'Details (empty: as usual)', default: '' },
    on: targetParam,
  },
  hooks: {
    request: ({ code, httpStatus, details, on }, target) =>
      onTarget(on, target)
        ? {
            do: 'answer',
            answer: metaError({ code, status: httpStatus || undefined, details: details || undefined }),
          }
        : undefined,
  },
});
