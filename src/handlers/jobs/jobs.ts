import type { Host } from '../Host';
import { releaseHeld } from '../inbound/releaseHeld';
import { housekeeping } from './housekeeping';
import { sweep } from './sweep';
import { watchNumbers } from './watchNumbers';

interface Job {
  id: string;
  /** As Rocket.Chat's scheduler reads it. */
  interval: string;
  run: (host: Host) => Promise<void>;
}

/** What happens by the clock. The scheduler runs a job on one instance. */
export const jobs: readonly Job[] = [
  { id: 'sweep', interval: '1 minute', run: sweep },
  { id: 'release-held', interval: '1 minute', run: releaseHeld },
  { id: 'watch-numbers', interval: '30 minutes', run: watchNumbers },
  { id: 'housekeeping', interval: '1 hour', run: housekeeping },
];
