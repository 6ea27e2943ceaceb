import type { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import type { Host } from '../../core/Host';
import { findInstall } from '../../core/records/install';
import { CATCH_UP } from '../jobs/catchUp';

/** Milliseconds: what another instance has just begun to send has its records by then. */
const REST = 60_000;

/**
 * The app was enabled or started: has it missed something since it was seen last? A job looks, on one instance. Where
 * Rocket.Chat was killed while it looked, that job never runs again: the next start looks from there once more. Never
 * throws: an app that cannot look is better than one that does not start.
 */
export async function scheduleCatchUp(
  host: Pick<Host, 'read' | 'logger'>,
  scheduler: ISchedulerModify,
  now = Date.now(),
): Promise<void> {
  try {
    // The sweep comes by every minute; where it has come to is some minutes before the app was seen last.
    const { sweptUntil, catchingUpFrom = Infinity } = (await findInstall(host)) ?? {};
    if (sweptUntil !== undefined) {
      const since = Math.min(sweptUntil, catchingUpFrom);
      await scheduler.scheduleOnce({ id: CATCH_UP, when: new Date(now + REST), data: { since, until: now } });
    }
  } catch (error) {
    host.logger.error('What the app missed while it did not run will not be looked for:', String(error));
  }
}
