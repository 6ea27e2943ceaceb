import type { Database } from 'libsql';
import { atomically } from '../atomically';
import { Collection } from '../Collection';

/** A job of an app. `name` is the processor's id with the app's (`sweep_<appId>`), as the engine writes it. */
export interface JobDocument {
  _id: string;
  appId: string;
  name: string;
  kind: 'once' | 'recurring';
  /** A cron line or words as `5 minutes`; recurring only. */
  interval?: string;
  data: Record<string, unknown>;
  nextRunAt?: Date;
  /** Until then one process has it. */
  lockedUntil?: Date;
  lastRunAt?: Date;
  lastFinishedAt?: Date;
  lastError?: string;
}

export class JobCollection extends Collection<JobDocument> {
  constructor(db: Database) {
    super(
      db,
      'jobs',
      {
        appId: (job) => job.appId,
        name: (job) => job.name,
        kind: (job) => job.kind,
        nextRunAt: (job) => job.nextRunAt?.getTime(),
        lockedUntil: (job) => job.lockedUntil?.getTime() ?? 0,
      },
      ['nextRunAt', 'name', 'appId'],
    );
  }

  /**
   * Takes a job for this process, until `until`. Undefined when another one has it already, or it is gone: one run a job,
   * however many processes share the store. The next time is written down before the run (agenda's `computeNextRunAt`): a
   * one-time job has none, so that it never runs again when this process is killed meanwhile; a recurring one stays locked.
   */
  claim(id: string, now: Date, until: Date): JobDocument | undefined {
    return atomically(this.db, () => {
      const job = this.first('_id = ? AND lockedUntil <= ?', id, now.getTime());
      if (!job) return undefined;
      const { nextRunAt, ...rest } = job;
      return this.put({ ...rest, ...(job.kind === 'recurring' && { nextRunAt }), lockedUntil: until, lastRunAt: now });
    });
  }

  /** Jobs that wait for a time up to `now` and that nobody runs, the longest waiting first. */
  due(now: Date): JobDocument[] {
    return this.where('nextRunAt <= ? AND lockedUntil <= ? ORDER BY nextRunAt', now.getTime(), now.getTime());
  }

  /** The next time, from `now` on, at which a job (of this kind) waits. */
  nextAfter(now: Date, kind?: JobDocument['kind']): Date | undefined {
    const job = kind
      ? this.first('nextRunAt > ? AND kind = ? ORDER BY nextRunAt', now.getTime(), kind)
      : this.first('nextRunAt > ? ORDER BY nextRunAt', now.getTime());
    return job?.nextRunAt;
  }
}
