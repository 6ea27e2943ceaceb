import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';

const CARD = {
  name: { formatted_name: 'Marta Oliveira', first_name: 'Marta', last_name: 'Oliveira' },
  phones: [{ phone: '+55 11 95555-0133', wa_id: '5511955550133', type: 'CELL' }],
  emails: [{ email: 'marta@example.com', type: 'WORK' }],
  org: { company: 'Padaria Sol' },
};

export const contacts: InboundKind = {
  title: 'Contact cards',
  description: 'One or several; `origin: "contact_request"` when the business had asked for it.',
  example: {
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'Marta Oliveira' }, phones: [{ phone: '+55 11 95555-0133' }] }],
  },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'contacts',
      contacts: Array.isArray(request.message.contacts) ? request.message.contacts : [CARD],
    },
  }),
};
