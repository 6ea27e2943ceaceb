import { Cron } from 'croner';
import humanInterval from 'human-interval';
import { isCron } from './isCron';

/**
 * When a job with this interval runs next: a cron line (five or six fields), a number of milliseconds, or words such as
 * `5 minutes`. Throws for anything else.
 */
export function nextRun(interval: string, after: Date): Date {
  if (isCron(interval)) {
    const next = new Cron(interval).nextRun(after);
    if (!next) throw new Error(`The cron line "${interval}" never comes again`);
    return next;
  }
  const milliseconds = /^\d+$/.test(interval) ? Number(interval) : humanInterval(interval);
  if (milliseconds === undefined || !Number.isFinite(milliseconds) || milliseconds <= 0) {
    throw new Error(`Unreadable interval "${interval}"`);
  }
  return new Date(after.getTime() + milliseconds);
}
