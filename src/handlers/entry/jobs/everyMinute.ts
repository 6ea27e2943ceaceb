import * as v from 'valibot';
import { MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { releaseHeld } from '../../inbound/held/release';
import { takeUpAbandoned } from '../../inbound/webhook/recover';
import { readNumbers } from '../../numbers/numbers';
import { fetchTemplates } from '../../numbers/templates/fetchTemplates';
import type { StoredTemplates } from '../../numbers/templates/templates';
import { findTemplates } from '../../numbers/templates/templates';
import { workQueues } from '../../outbound/delivery/QueueWorkers';
import { sendTemplates } from '../../outbound/templates/templateQueue';
import { sweep } from './sweep';
import { watchWindows } from './watchWindows';

const dataSchema = v.fallback(v.object({ since: v.optional(v.number()) }), {});

/**
 * Reads the templates of every number whose list is due: by the interval of the setting, or because something changed
 * after the list was read.
 *
 * @param data `{ since }` in epoch milliseconds, when the job was requested
 */
export async function refreshTemplates(host: Host, data: unknown): Promise<void> {
  const { since } = v.parse(dataSchema, data);
  const interval = await host.memory.settings.get('templateRefreshInterval');
  // Read from the store, because another instance may just have connected a number or changed its key.
  for (const number of await readNumbers(host)) {
    try {
      if (areTemplatesDue(await findTemplates(host, number.digits), { interval, now: Date.now(), since })) {
        await fetchTemplates(host, number);
      }
    } catch (error) {
      host.logger.error(`The templates of …${number.digits.slice(-4)} could not be kept:`, String(error));
    }
  }
}

/** Minutes after which a failed attempt is repeated, unless the interval is shorter. */
const RETRY = 5;

/** Tolerance, because the job runs about once a minute, not to the millisecond. */
const SLACK = 30_000;

/**
 * Whether 360dialog should be asked for the templates now.
 *
 * @param interval minutes between two readings
 * @param since epoch milliseconds of a change; a list that was read before is out of date
 */
export function areTemplatesDue(
  stored: Pick<StoredTemplates, 'readAt' | 'failure'> | undefined,
  { interval, now, since }: { interval: number; now: number; since?: number },
): boolean {
  if (stored?.failure) {
    return now - stored.failure.at >= Math.min(interval, RETRY) * MINUTE - SLACK;
  }
  const readAt = stored?.readAt ?? Number.NEGATIVE_INFINITY;
  return now - readAt >= interval * MINUTE - SLACK || (since !== undefined && readAt < since);
}

/** The job for everything that may not wait longer than a minute. */
export const EVERY_MINUTE = 'every-minute';

/** The tasks of the job, by the log line for their failure. */
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
 * Runs all tasks of the minute concurrently. A failed task is logged and runs again in the next minute; it does not
 * affect the others.
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

/** In earlier versions each of these was a separate job, and an update keeps the jobs of the version before. */
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
 * A job that is no longer needed cancels itself. It uses the id that the server passes, because the server takes a name
 * of twelve letters (`release-held`) for an id and then cancels nothing.
 */
export async function endJob(host: Host, data: unknown): Promise<void> {
  const parsed = v.safeParse(jobSchema, data);
  if (parsed.success) {
    await host.modify.getScheduler().cancelJob(parsed.output.jobId);
  }
}
