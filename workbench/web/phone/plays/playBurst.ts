import { words } from '../../words';
import type { Play } from './Play';

const MESSAGES = 20;

/** Many messages at once, as impatient customers send them. */
export const playBurst: Play = {
  id: 'burst',
  label: words.phone.plays.burst(MESSAGES),
  icon: 'lightning',
  play: ({ send }) => send({ type: 'text', text: { body: 'Hello?' } }, MESSAGES),
};
