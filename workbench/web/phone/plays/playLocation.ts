import { words } from '../../words';
import type { Play } from './Play';
import { somePlace } from './somePlace';

/** Where the customer is. */
export const playLocation: Play = {
  id: 'location',
  label: words.phone.plays.location,
  icon: 'map-pin',
  play: ({ send }) => send({ type: 'location', location: somePlace }),
};
