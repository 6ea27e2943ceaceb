import { words } from '../../words';
import type { Play } from './Play';

const LONGEST = 4096;

/** The longest text that WhatsApp takes. */
export const playLongText: Play = {
  id: 'own-long-text',
  label: words.phone.plays.longText(LONGEST),
  description: '',
  icon: 'multiline',
  play: ({ send }) =>
    send({ type: 'text', text: { body: 'All work and no play makes a long message. '.repeat(100).slice(0, LONGEST) } }),
};
