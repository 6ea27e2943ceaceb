import type { Host } from '../../core/Host';
import { recover } from '../../inbound/webhook/recover';
import { REFRESH_SOON } from '../../numbers/templates/refreshSoon';
import { workQueues } from '../../outbound/delivery/QueueWorkers';
import { sendKeptOfAll } from '../../outbound/sendWhenAnswered';
import { SEND_TEMPLATES, sendTemplates } from '../../outbound/templates/templateQueue';
import { WORK_QUEUES_SOON } from '../lifecycle/scheduleQueues';
import { CATCH_UP, catchUp } from './catchUp';
import { endJob, EVERY_MINUTE, everyMinute, formerJobs } from './everyMinute';
import { housekeeping } from './housekeeping';
import { refreshTemplates } from './refreshTemplates';
import { TELL_SETTING, tellSetting } from './tellSetting';
import { watchNumbers } from './watchNumbers';

interface Job {
  id: string;
  /** As Rocket.Chat's scheduler reads it; absent for a job that runs when it is asked for. */
  interval?: string;
  /** @param data what came with a job that was asked for */
  run: (host: Host, data: unknown) => Promise<void>;
}

/** After a start: what waits to be sent goes on, and what a crash left is taken up. */
async function resumeWork(host: Host): Promise<void> {
  await recover(host);
  await workQueues(host);
}

/** The scheduled jobs. The scheduler runs a job on one instance. */
export const jobs: readonly Job[] = [
  { id: EVERY_MINUTE, interval: '1 minute', run: everyMinute },
  { id: 'send-kept', interval: '5 minutes', run: sendKeptOfAll },
  { id: 'watch-numbers', interval: '30 minutes', run: watchNumbers },
  { id: 'housekeeping', interval: '1 hour', run: housekeeping },
  { id: REFRESH_SOON, run: refreshTemplates },
  { id: TELL_SETTING, run: tellSetting },
  { id: CATCH_UP, run: catchUp },
  { id: SEND_TEMPLATES, run: sendTemplates },
  { id: WORK_QUEUES_SOON, run: resumeWork },
  ...formerJobs.map((id) => ({ id, run: endJob })),
];
