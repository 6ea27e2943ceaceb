import type { IOnetimeSchedule } from '@rocket.chat/apps-engine/definition/scheduler/IOnetimeSchedule';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler/IProcessor';
import { StartupType } from '@rocket.chat/apps-engine/definition/scheduler/IProcessor';
import type { IRecurringSchedule } from '@rocket.chat/apps-engine/definition/scheduler/IRecurringSchedule';
import { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge';
import humanInterval from 'human-interval';
import { callMethod } from '../callMethod';
import type { Scheduler } from '../Scheduler';

/** Apps' jobs. As on the real server, a job that cannot be scheduled is logged and returns no id, without an error. */
export class WorkbenchSchedulerBridge extends SchedulerBridge {
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    super();
    this.#scheduler = scheduler;
  }

  protected async registerProcessors(processors: IProcessor[], appId: string): Promise<string[] | undefined> {
    const started = processors.map(async (processor) => {
      const { id, startupSetting } = processor;
      // The engine wraps processors: they take only the job's data and call the sandbox themselves.
      this.#scheduler.define(id, async (job) => {
        await callMethod(processor, 'processor', [job]);
      });
      if (!startupSetting) return undefined;
      const job = { id, data: startupSetting.data };
      if (startupSetting.type !== StartupType.ONETIME) {
        const { interval, skipImmediate } = startupSetting;
        return this.scheduleRecurring({ ...job, interval, skipImmediate }, appId);
      }
      if (this.#scheduler.waitingOnce(id)) return undefined;
      return this.scheduleOnce({ ...job, when: startupSetting.when }, appId);
    });
    const ids = (await Promise.all(started)).filter((id) => typeof id === 'string');
    return ids.length > 0 ? ids : undefined;
  }

  protected async scheduleOnce({ id, when, data }: IOnetimeSchedule, appId: string): Promise<string | undefined> {
    return this.#orLog(() => this.#scheduler.once(appId, id, readWhen(when, new Date()), { ...data })._id);
  }

  protected async scheduleRecurring(job: IRecurringSchedule, appId: string): Promise<string | undefined> {
    const { id, interval, data, skipImmediate } = job;
    return this.#orLog(() => this.#scheduler.every(appId, id, String(interval), { ...data }, { skipImmediate })._id);
  }

  protected async cancelJob(jobId: string): Promise<void> {
    const first = jobId.split('_')[0] ?? '';
    if (/^[0-9a-f]{24}$/.test(first)) this.#scheduler.cancelById(first);
    else this.#scheduler.cancelByName(jobId);
  }

  protected async cancelAllJobs(appId: string): Promise<void> {
    this.#scheduler.cancelAll(appId);
  }

  #orLog(schedule: () => string): string | undefined {
    try {
      return schedule();
    } catch (error) {
      console.error('A job could not be scheduled:', error);
      return undefined;
    }
  }
}

/**
 * The time of a one-time job: a date, a date's text, or words such as `in 10 seconds`, `2 minutes`, `now`. Throws for
 * anything else.
 */
function readWhen(when: unknown, now: Date): Date {
  if (when instanceof Date) return when;
  if (typeof when !== 'string') throw new Error(`Unreadable time ${String(when)}`);
  if (when === 'now') return now;
  const words = humanInterval(when.replace(/^in /, '').replace(/ from now$/, ''));
  if (words !== undefined && Number.isFinite(words)) return new Date(now.getTime() + words);
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) throw new Error(`Unreadable time "${when}"`);
  return date;
}
