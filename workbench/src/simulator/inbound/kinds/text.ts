import { objectOf } from '../../json/objectOf';
import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';

export const text: InboundKind = {
  title: 'Text',
  description: 'Also quoting (`context: {message_id}`), `forwarded: true`, `frequently_forwarded: true`.',
  example: { type: 'text', text: { body: 'Hello! Is anybody there?' } },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'text',
      text: { body: 'Hello! Is anybody there?', ...objectOf(request.message.text) },
    },
  }),
};
