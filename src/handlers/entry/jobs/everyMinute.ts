import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { releaseHeld } from '../../inbound/held/releaseHeld';
import { takeUpAbandoned } from '../../inbound/webhook/recover';
import { workQueues } from '../../outbound/delivery/QueueWorkers';
import { sendTemplates } from '../../outbound/templates/templateQueue';
import { refreshTemplates } from './refreshTemplates';
import { sweep } from './sweep';
import { watchWindows } from './watchWindows';

/** The job that looks after everything that may not wait for longer than a minute. */
export const EVERY_MINUTE = 'every-minute';

/** The tasks of the job, by the log line of a failure. */
const tasks: Readonly<Record<string, (host: Host) => Promise<void>>> = {
  'What a crash left was not looked for': sweep,
  'Webhooks that another process left were not taken up': takeUpAbandoned,
  'Customers who wait were not let in': releaseHeld,
  'Nobody was told of windows that close': watchWindows,
  'The templates that are due were not read': (host) => refreshTemplates(host, undefined),
  'Queued templates were not sent': (host) => sendTemplates(host, undefined),
  'The queues of customers were not looked at': workQueues,
};

/**
 * Does everything that is due every minute, side by side. What fails is logged and done in the next minute; it keeps
 * nothing else from its turn.
 */
export async function everyMinute(host: Host): Promise<void> {
  const runs = Object.entries(tasks).map(async ([failure, run]) => {
    try {
      await run(host);
    } catch (error) {
      host.logger.error(`${failure} this minute:`, String(error));
    }
  });
  await Promise.all(runs);
}

/** Each of these was a job of its own before there was one for all. An update keeps the jobs of the version before. */
export const formerJobs: readonly string[] = [
  'sweep',
  'release-held',
  'watch-windows',
  'refresh-templates',
  'send-queued-templates',
  'work-queues',
];

const jobSchema = v.object({ jobId: v.string() });

/**
 * A job that is not wanted any more takes itself off the schedule. By its id, which the server hands over: a name of
 * twelve letters (`release-held`) passes for an id there, and cancels nothing.
 */
export async function endJob(host: Host, data: unknown): Promise<void> {
  const parsed = v.safeParse(jobSchema, data);
  if (parsed.success) {
    await host.modify.getScheduler().cancelJob(parsed.output.jobId);
  }
}
