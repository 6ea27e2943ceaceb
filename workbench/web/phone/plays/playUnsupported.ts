import { words } from '../../words';
import type { Play } from './Play';

/** A kind of message that the Cloud API does not pass on. */
export const playUnsupported: Play = {
  id: 'unsupported',
  label: words.phone.plays.unsupported,
  icon: 'ban',
  play: ({ send }) =>
    send({
      type: 'unsupported',
      unsupported: { type: 'poll' },
      errors: [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown' }],
    }),
};
