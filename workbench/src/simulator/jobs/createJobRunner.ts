import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatorClock } from '../clock/SimulatorClock';
import type { JobRecord, JobsCollection } from '../store/jobs';
import type { JobHandler, JobRunner } from './JobRunner';

const PATIENCE_MS = 1500;
const LONGEST_TIMER_MS = 60_000;
const AT_ONCE = 500;

interface Parts {
  jobs: JobsCollection;
  clock: SimulatorClock;
  /** Told when a job's handler throws: a bug of the simulator, which must not end the process. */
  onError: (kind: string, error: unknown) => void;
}

export function createJobRunner({ jobs, clock, onError }: Parts): JobRunner {
  let handlers: Record<string, JobHandler> | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** The time that the timer waits for; a job that is due later need not touch it. */
  let armedFor = Infinity;
  const underWay = new Set<Promise<void>>();

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
      const running = run(job).finally(() => underWay.delete(running));
      underWay.add(running);
    }
    arm();
  };

  const arm = (): void => {
    clearTimeout(timer);
    const next = handlers ? jobs.nextDue() : undefined;
    armedFor = next ?? Infinity;
    if (next === undefined) return;
    timer = setTimeout(runDue, Math.min(Math.max(next - clock.now(), 0), LONGEST_TIMER_MS));
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

  return {
    add: (kind, due, data) => {
      jobs.add(kind, due, data);
      if (due < armedFor) arm();
    },
    start: (table) => {
      handlers = table;
      arm();
    },
    advance: async (ms) => {
      const target = clock.now() + ms;
      await settle();
      for (let next = jobs.nextDue(); handlers && next !== undefined && next <= target; next = jobs.nextDue()) {
        if (next > clock.now()) clock.shift(next - clock.now());
        await settle();
      }
      if (target > clock.now()) clock.shift(target - clock.now());
      arm();
    },
    settle,
    stop: async () => {
      handlers = undefined;
      clearTimeout(timer);
      await allEnded();
    },
  };
}
