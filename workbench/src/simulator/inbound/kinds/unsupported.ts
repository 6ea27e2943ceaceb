import { objectOf } from '../../json/objectOf';
import type { InboundKind } from '../InboundKind';

export const unsupported: InboundKind = {
  title: 'Unsupported',
  description: 'A poll, an event, a view-once photo: something the API does not pass on.',
  example: { type: 'unsupported', unsupported: { type: 'poll' } },
  build: ({ message }) => ({
    item: {
      errors: [
        {
          code: 131051,
          title: 'Message type unknown',
          message: 'Message type unknown',
          error_data: { details: 'Message type is currently not supported.' },
        },
      ],
      type: 'unsupported',
      unsupported: { type: 'poll', ...objectOf(message.unsupported) },
    },
  }),
};
