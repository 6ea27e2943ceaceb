import { words } from '../../words';
import type { Play } from './Play';

const MESSAGES = 20;

/** Many messages at once, as impatient customers send them; the simulator numbers them. */
export const playBurst: Play = {
  id: 'own-burst',
  label: words.phone.plays.burst(MESSAGES),
  description: '',
  icon: 'lightning',
  play: ({ send }) => send({ type: 'text', text: { body: 'Hello? ({n})' } }, MESSAGES),
};
