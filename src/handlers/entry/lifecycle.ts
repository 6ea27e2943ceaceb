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
 * The app was installed or updated: the setup channel is there and the question was asked in it, once. Where an earlier
 * installation was removed, the channel hears what went with it. An update whose user nobody knows leaves everything as it is.
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

/** Milliseconds: what another instance has just begun to send has its records by then. */
const UNTIL_STORED = 60_000;

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
      await scheduler.scheduleOnce({ id: CATCH_UP, when: new Date(now + UNTIL_STORED), data: { since, until: now } });
    }
  } catch (error) {
    host.logger.error('Messages that were written while the app did not run will not be looked for:', String(error));
  }
}

/** The job that goes on with what waits to be sent, asked for after a start. */
export const WORK_QUEUES_SOON = 'work-queues-soon';

/** Milliseconds to wait until the app is enabled and Rocket.Chat's scheduler runs. */
const UNTIL_STARTED = 2_000;

/**
 * The app was enabled or started: what waits to be sent goes on within seconds. A fresh job does that, because one that was
 * killed never runs again. Never throws: the job that comes every minute does it too.
 */
export async function scheduleQueues({ logger }: Pick<Host, 'logger'>, scheduler: ISchedulerModify): Promise<void> {
  try {
    await scheduler.scheduleOnce({ id: WORK_QUEUES_SOON, when: new Date(Date.now() + UNTIL_STARTED) });
  } catch (error) {
    logger.warn('Waiting messages could not be sent now; the next attempt comes within a minute:', String(error));
  }
}
