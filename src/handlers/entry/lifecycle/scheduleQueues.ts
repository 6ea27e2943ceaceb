import type { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import type { Host } from '../../core/Host';

/** The job that goes on with what waits to be sent, asked for after a start. */
export const WORK_QUEUES_SOON = 'work-queues-soon';

/** Milliseconds to wait until the app is enabled and Rocket.Chat's scheduler runs. */
const REST = 2_000;

/**
 * The app was enabled or started: what waits to be sent goes on within seconds. A fresh job does that, because one that was
 * killed never runs again. Never throws: the job that comes every minute does it too.
 */
export async function scheduleQueues({ logger }: Pick<Host, 'logger'>, scheduler: ISchedulerModify): Promise<void> {
  try {
    await scheduler.scheduleOnce({ id: WORK_QUEUES_SOON, when: new Date(Date.now() + REST) });
  } catch (error) {
    logger.warn('What waits to be sent goes on within a minute:', String(error));
  }
}
