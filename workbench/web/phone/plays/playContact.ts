import { words } from '../../words';
import type { Play } from './Play';

/** Somebody from the customer's address book. */
export const playContact: Play = {
  id: 'contact',
  label: words.phone.plays.contact,
  icon: 'contact',
  play: ({ send }) =>
    send({
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Paula Prado', first_name: 'Paula', last_name: 'Prado' },
          phones: [{ phone: '+55 11 5555-0177', wa_id: '551155550177', type: 'CELL' }],
          emails: [{ email: 'paula@example.com', type: 'WORK' }],
        },
      ],
    }),
};
