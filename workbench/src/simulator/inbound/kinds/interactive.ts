import { isObject } from '../../json/isObject';
import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';

const DEFAULT = { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } };

export const interactive: InboundKind = {
  title: 'Interactive answer',
  description:
    'button_reply, list_reply, nfm_reply, call_permission_reply, … as WhatsApp writes them; see also `reply`.',
  example: {
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: 'express', title: 'Express', description: 'Tomorrow' } },
  },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'interactive',
      interactive: isObject(request.message.interactive) ? request.message.interactive : DEFAULT,
    },
  }),
};
