import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../clock/Clock';
import type { JobRecord, JobsCollection } from '../store/jobs';

/** Does a job; a job that was under way when the process died is done again. */
export type JobHandler = (data: unknown) => void | Promise<void>;

/** Runs stored jobs when the clock reaches them. */
export interface JobRunner {
  /** Stores a job for a time of the clock in milliseconds (the past: as soon as possible). */
  add(kind: string, due: number, data: unknown): void;
  /** Begins to run jobs; also those that an earlier process left. */
  start(handlers: Record<string, JobHandler>): void;
  /** Resolves when nothing is under way and nothing is due, after a second and a half at the latest. */
  settle(): Promise<void>;
  /** Takes no new jobs and waits for those under way. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 1500;
const AT_ONCE = 500;

interface Parts {
  jobs: JobsCollection;
  clock: Clock;
  /** Told when a job's handler throws: a bug of the simulator, which must not end the process. */
  onError: (kind: string, error: unknown) => void;
}

export function createJobRunner({ jobs, clock, onError }: Parts): JobRunner {
  let handlers: Record<string, JobHandler> | undefined;
  let disarm: () => void = () => undefined;
  /** The time that is waited for; a job that is due later need not touch it. */
  let armedFor = Infinity;
  const underWay = new Set<Promise<void>>();
  let begun = 0;

  const run = async (job: JobRecord): Promise<void> => {
    try {
      await handlers?.[job.kind]?.(job.data);
    } catch (error) {
      onError(job.kind, error);
    }
    jobs.remove(job.id);
  };

  const runDue = (): void => {
    if (!handlers) return;
    for (const job of jobs.due(clock.now(), AT_ONCE)) {
      begun += 1;
      const running = run(job).finally(() => underWay.delete(running));
      underWay.add(running);
    }
    arm();
  };

  const arm = (): void => {
    disarm();
    const next = handlers ? jobs.nextDue() : undefined;
    armedFor = next ?? Infinity;
    if (next === undefined) return;
    disarm = clock.after(next - clock.now(), runDue);
  };

  const allEnded = (): Promise<unknown> => Promise.allSettled([...underWay]);

  const idle = async (): Promise<void> => {
    runDue();
    while (underWay.size > 0) {
      await allEnded();
      runDue();
    }
  };

  const settle = async (): Promise<void> => {
    const patience = new AbortController();
    await Promise.race([idle(), delay(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  };

  const leave = clock.join({
    // Its next job is a timer of the clock.
    nextDue: () => undefined,
    moved: () => undefined,
    isBusy: () => underWay.size > 0,
    activity: () => 2 * begun - underWay.size,
  });

  return {
    add: (kind, due, data) => {
      jobs.add(kind, due, data);
      if (due < armedFor) arm();
    },
    start: (table) => {
      handlers = table;
      arm();
    },
    settle,
    stop: async () => {
      leave();
      handlers = undefined;
      disarm();
      await allEnded();
    },
  };
}
