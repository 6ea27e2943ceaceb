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
