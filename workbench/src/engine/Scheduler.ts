import { Cron } from 'croner';
import humanInterval from 'human-interval';
import type { Clock, Traveller } from '../clock/Clock';
import type { JobDocument } from '../store/collections/appCollections';
import { createObjectId } from '../store/createId';
import type { Store } from '../store/Store';
import { errorOf } from './callMethod';
import type { RoundTrips } from './RoundTrips';

export type Processor = (job: Record<string, unknown>) => Promise<void>;

/** How often the store is read for jobs of other processes. Jobs of this process run at their exact times. */
const POLL_MS = 5_000;

/** How long a process may take for a job before another one assumes that it is dead. */
const LOCK_MS = 10 * 60_000;

/**
 * Apps' jobs, kept in the store. Each job runs once, however many processes share the store, and a process runs each
 * processor once at a time. A one-time job is deleted after its run. A failed one stays and never runs again, as on the
 * real server.
 */
export class Scheduler implements Traveller {
  readonly #store: Store;
  readonly #roundTrips: RoundTrips;
  readonly #processors = new Map<string, Processor>();
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(store: Store, roundTrips: RoundTrips, clock: Clock) {
    this.#store = store;
    this.#roundTrips = roundTrips;
    clock.join(this);
  }

  start(): void {
    this.#stopped = false;
    this.#tick();
  }

  /** Starts no more runs, and resolves when the current ones have ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#running.values());
  }

  /** A recurring job that runs more often than the pace is met once per pace. */
  nextDue(pace: number): number | undefined {
    if (this.#stopped) return undefined;
    const now = Date.now();
    const once = this.#store.jobs.nextAfter(new Date(now), 'once');
    const recurring = this.#store.jobs.nextAfter(new Date(now), 'recurring');
    const times = [once?.getTime(), recurring && Math.max(recurring.getTime(), now + pace)];
    const known = times.filter((each) => each !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  }

  moved(): void {
    this.#tick();
  }

  isBusy(): boolean {
    return this.#running.size > 0;
  }

  /** Its runs are counted as requests. */
  activity(): number {
    return 0;
  }

  define(name: string, processor: Processor): void {
    this.#processors.set(name, processor);
  }

  /** Removes an app's processors; its jobs wait until they are registered again. */
  undefine(appId: string): void {
    for (const name of this.#processors.keys()) if (name.endsWith(`_${appId}`)) this.#processors.delete(name);
  }

  once(appId: string, name: string, when: Date, data: Record<string, unknown>): JobDocument {
    return this.#add({ _id: createObjectId(), appId, name, kind: 'once', data, nextRunAt: when });
  }

  /**
   * Each processor has one recurring job: scheduling it again changes the job. With an interval in words it starts at
   * once and keeps its time when it is scheduled again. With `skipImmediate` it starts one interval from now each time
   * it is scheduled. Cron lines name their own times.
   */
  every(
    appId: string,
    name: string,
    interval: string,
    data: Record<string, unknown>,
    { skipImmediate = false }: { skipImmediate?: boolean } = {},
  ): JobDocument {
    const known = this.recurring(name);
    const now = new Date();
    const later = skipImmediate || isCron(interval);
    return this.#add({
      ...(known ?? { _id: createObjectId(), appId, name, kind: 'recurring' as const }),
      interval,
      data,
      nextRunAt: later ? nextRun(interval, now) : (known?.nextRunAt ?? now),
    });
  }

  recurring(name: string): JobDocument | undefined {
    return this.#store.jobs.first("name = ? AND kind = 'recurring'", name);
  }

  waitingOnce(name: string): JobDocument | undefined {
    return this.#store.jobs.first("name = ? AND kind = 'once'", name);
  }

  list(appId?: string): JobDocument[] {
    return appId === undefined
      ? this.#store.jobs.where('1 ORDER BY nextRunAt')
      : this.#store.jobs.where('appId = ? ORDER BY nextRunAt', appId);
  }

  cancelById(id: string): void {
    this.#store.jobs.delete(id);
  }

  cancelByName(name: string): void {
    this.#store.jobs.deleteWhere('name = ?', name);
  }

  cancelAll(appId: string): void {
    this.#store.jobs.deleteWhere('appId = ?', appId);
  }

  /** Runs a job now, whatever its time; resolves when it has run. Throws for an unknown job or processor. */
  async runNow(id: string): Promise<void> {
    const job = this.#store.jobs.get(id);
    if (!job) throw new Error(`There is no job ${id}`);
    if (!this.#processors.has(job.name)) throw new Error(`There is no processor ${job.name}`);
    await this.#running.get(job.name);
    await this.#run(job);
  }

  #add(job: JobDocument): JobDocument {
    const stored = this.#store.jobs.put(job);
    const now = new Date();
    if (stored.nextRunAt && stored.nextRunAt <= now) setImmediate(() => this.#tick());
    else this.#wait(now);
    return stored;
  }

  #tick(): void {
    if (this.#stopped) return;
    const now = new Date();
    for (const job of this.#store.jobs.due(now)) {
      if (this.#processors.has(job.name) && !this.#running.has(job.name)) void this.#run(job);
    }
    this.#wait(now);
  }

  /**
   * Sets the machine's timer for the next job after `now`. A due job whose processor is busy starts when the processor
   * is free.
   */
  #wait(now: Date): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const next = this.#store.jobs.nextAfter(now);
    const delay = next ? Math.max(0, next.getTime() - Date.now()) : POLL_MS;
    this.#timer = setTimeout(() => this.#tick(), Math.min(POLL_MS, delay));
    this.#timer.unref();
  }

  async #run(job: JobDocument): Promise<void> {
    const processor = this.#processors.get(job.name);
    const now = new Date();
    const claimed = processor && this.#store.jobs.claim(job._id, now, new Date(now.getTime() + LOCK_MS));
    if (!claimed) return;
    const label = job.name.replace(`_${job.appId}`, '');
    const run = this.#roundTrips
      .request('job', label, () => processor({ ...claimed.data, jobId: claimed._id }))
      .then(
        () => undefined,
        (error: unknown) => {
          console.error(`The job ${label} failed:`, error);
          return errorOf(error).message;
        },
      )
      .then((lastError) => this.#finish(claimed, lastError));
    this.#running.set(job.name, run);
    await run;
  }

  #finish(job: JobDocument, lastError: string | undefined): void {
    this.#running.delete(job.name);
    const current = this.#store.jobs.get(job._id);
    if (current) {
      const { lockedUntil: _, nextRunAt: __, ...rest } = current;
      const now = new Date();
      const again = current.interval === undefined ? undefined : nextRun(current.interval, now);
      if (again === undefined && lastError === undefined) this.#store.jobs.delete(job._id);
      else this.#store.jobs.put({ ...rest, lastFinishedAt: now, lastError, ...(again && { nextRunAt: again }) });
    }
    this.#tick();
  }
}

/**
 * The next run of a job with this interval: a cron line (five or six fields), a number of milliseconds, or words such
 * as `5 minutes`. Throws for anything else.
 */
function nextRun(interval: string, after: Date): Date {
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

/** Whether an interval is a cron line (five or six fields) instead of words such as `5 minutes`. */
function isCron(interval: string): boolean {
  return /^\S+( +\S+){4,5}$/.test(interval.trim()) && !/[a-z]{4,}/i.test(interval);
}
