import type { Host } from '../Host';
import { releaseHeld } from '../inbound/releaseHeld';
import { sendKeptOfAll } from '../outbound/sendWhenAnswered';
import { SEND_TEMPLATES, sendTemplates } from '../outbound/templateQueue';
import { REFRESH_SOON } from '../templates/refreshSoon';
import { WORK_QUEUES_SOON } from '../lifecycle/scheduleQueues';
import { CATCH_UP, catchUp } from './catchUp';
import { housekeeping } from './housekeeping';
import { refreshTemplates } from './refreshTemplates';
import { sweep } from './sweep';
import { workQueues } from '../outbound/QueueWorkers';
import { TELL_SETTING, tellSetting } from './tellSetting';
import { watchNumbers } from './watchNumbers';
import { watchWindows } from './watchWindows';

interface Job {
  id: string;
  /** As Rocket.Chat's scheduler reads it; absent for a job that runs when it is asked for. */
  interval?: string;
  /** @param data what came with a job that was asked for */
  run: (host: Host, data: unknown) => Promise<void>;
}

/** What happens by the clock. The scheduler runs a job on one instance. */
export const jobs: readonly Job[] = [
  { id: 'sweep', interval: '1 minute', run: sweep },
  { id: 'release-held', interval: '1 minute', run: releaseHeld },
  { id: 'watch-windows', interval: '1 minute', run: watchWindows },
  { id: 'send-kept', interval: '5 minutes', run: sendKeptOfAll },
  { id: 'watch-numbers', interval: '30 minutes', run: watchNumbers },
  { id: 'refresh-templates', interval: '1 minute', run: refreshTemplates },
  { id: REFRESH_SOON, run: refreshTemplates },
  { id: TELL_SETTING, run: tellSetting },
  { id: CATCH_UP, run: catchUp },
  { id: 'send-queued-templates', interval: '1 minute', run: sendTemplates },
  { id: SEND_TEMPLATES, run: sendTemplates },
  { id: 'work-queues', interval: '1 minute', run: workQueues },
  { id: WORK_QUEUES_SOON, run: workQueues },
  { id: 'housekeeping', interval: '1 hour', run: housekeeping },
];
