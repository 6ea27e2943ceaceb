import { MINUTE } from '../../core/durations';
import type { StoredTemplates } from './templates';

/** Minutes after which a failed attempt is repeated, where the interval is not shorter. */
const RETRY = 5;

/** The job that asks runs by the minute, never to the millisecond. */
const SLACK = 30_000;

/**
 * Whether 360dialog should be asked for the templates now.
 *
 * @param interval minutes between two readings
 * @param since epoch milliseconds: something has changed then, so that what was read before is out of date
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
