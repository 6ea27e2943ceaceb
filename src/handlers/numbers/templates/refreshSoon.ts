import type { Host } from '../../core/Host';

/** The job that reads templates when it is asked to. */
export const REFRESH_SOON = 'refresh-templates-soon';

/** Milliseconds: news of templates come several at a time, and one reading is enough for all of them. */
const DELAY = 3_000;

/**
 * Templates are read anew by a job, so that nobody waits for it here: what is stored by now counts as out of date. Never
 * throws: without the job they are read by the interval, and nothing else may fail because of it.
 *
 * @param delay milliseconds; news are waited for, a person who has just connected a number is not kept waiting
 */
export async function refreshSoon(host: Host, delay = DELAY): Promise<void> {
  const now = Date.now();
  const when = new Date(now + delay);
  try {
    await host.modify.getScheduler().scheduleOnce({ id: REFRESH_SOON, when, data: { since: now } });
  } catch (error) {
    host.logger.error('Templates are not read before their time:', String(error));
  }
}
