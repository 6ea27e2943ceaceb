import type { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { section } from '../../blocks/elements';
import { connectButton } from '../../blocks/setupMessages';
import { sayInSetupRoom } from '../../flows/sayToUser';
import { tellSetup } from '../../flows/setupFlow';
import type { Host } from '../core/Host';
import { findInstall } from '../core/records/install';
import { translatorOf } from '../core/translator';
import { ensureSetupRoom } from '../omnichannel/setupRoom';
import { CATCH_UP } from './jobs/catchUp';

/**
 * Runs after an installation or update: makes sure that the setup channel exists and asks its question once. If an
 * earlier installation was removed, the channel says what was deleted with it. An update without a known user changes
 * nothing.
 */
export async function begin(host: Host, user: IUser | undefined): Promise<void> {
  if (!user) {
    return;
  }
  const scene = { host, user, t: await translatorOf(host), stage: '' };
  const { isLeft } = await ensureSetupRoom(host, user);
  if (isLeft) {
    const text = scene.t('setup:installedAgain');
    await sayInSetupRoom(scene, (drawing) => ({
      text,
      blocks: [section(drawing, 'installed-again', text), connectButton(drawing)],
    }));
  }
  await tellSetup(scene, { type: 'OPEN' });
}

/** Milliseconds after which the records of another instance's newest sends exist. */
const UNTIL_STORED = 60_000;

/**
 * Runs after the app was enabled or started: requests a job that finds what the app missed while it did not run. The
 * job runs on one instance. If Rocket.Chat was killed during the job, the job never runs again, and the next start
 * searches from the same moment. Never throws: an app without this search is better than one that does not start.
 */
export async function scheduleCatchUp(
  host: Pick<Host, 'read' | 'logger'>,
  scheduler: ISchedulerModify,
  now = Date.now(),
): Promise<void> {
  try {
    // The sweep runs every minute, and its position is some minutes before the app last ran.
    const { sweptUntil, catchingUpFrom = Infinity } = (await findInstall(host)) ?? {};
    if (sweptUntil !== undefined) {
      const since = Math.min(sweptUntil, catchingUpFrom);
      await scheduler.scheduleOnce({ id: CATCH_UP, when: new Date(now + UNTIL_STORED), data: { since, until: now } });
    }
  } catch (error) {
    host.logger.error('Messages that were written while the app did not run will not be looked for:', String(error));
  }
}

/** The job that continues waiting sends after a start. */
export const WORK_QUEUES_SOON = 'work-queues-soon';

/** Milliseconds to wait until the app is enabled and Rocket.Chat's scheduler runs. */
const UNTIL_STARTED = 2_000;

/**
 * Runs after the app was enabled or started: continues waiting sends within seconds. It requests a new job, because a
 * job that was killed never runs again. Never throws: the job of every minute does the same.
 */
export async function scheduleQueues({ logger }: Pick<Host, 'logger'>, scheduler: ISchedulerModify): Promise<void> {
  try {
    await scheduler.scheduleOnce({ id: WORK_QUEUES_SOON, when: new Date(Date.now() + UNTIL_STARTED) });
  } catch (error) {
    logger.warn('Waiting messages could not be sent now; the next attempt comes within a minute:', String(error));
  }
}
