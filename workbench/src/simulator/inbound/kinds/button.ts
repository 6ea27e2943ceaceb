import { objectOf } from '../../json/objectOf';
import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';

export const button: InboundKind = {
  title: 'Template button',
  description: 'A tap on a quick reply of a template; see also `reply`.',
  example: { type: 'button', button: { text: 'Yes', payload: 'YES' }, context: { message_id: 'wamid.…' } },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'button',
      button: { text: 'Yes', payload: 'Yes', ...objectOf(request.message.button) },
    },
  }),
};
