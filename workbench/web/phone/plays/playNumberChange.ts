import { words } from '../../words';
import type { Play } from './Play';

/** The customer moves to another phone number. */
export const playNumberChange: Play = {
  id: 'number-change',
  label: words.phone.plays.numberChange,
  icon: 'mobile',
  play: ({ send }) =>
    send({
      type: 'system',
      system: { type: 'user_changed_number', body: 'The user changed their phone number', wa_id: '551155550188' },
    }),
};
