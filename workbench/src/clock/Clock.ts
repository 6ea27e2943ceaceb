import { Timers } from '../../shims/Timers';

/** A participant with timed work: it is told when the clock moves, and says when its next work is due. */
export interface Traveller {
  /**
   * The next time, later than now, at which work is due; undefined when nothing waits.
   *
   * @param pace milliseconds within which repeating work need not run again
   */
  nextDue(pace: number): number | undefined | Promise<number | undefined>;
  /** Called when the clock moved: starts the work that is due. */
  moved(): void | Promise<void>;
  /** Whether work is running. */
  isBusy(): boolean;
  /** A counter that changes with every activity. */
  activity(): number;
  /**
   * Whether all running work here waits for time to pass. Absent when the participant cannot tell.
   *
   * @param waits how many callers wait for the clock, such as the simulator before a slow answer
   */
  isHeld?(waits: number): boolean | Promise<boolean>;
}

/** Stores the travelled time, so that a restart does not go back in time. */
export interface ClockPlace {
  read(): number;
  write(offset: number): void;
}

/** The platform's own functions, even if `Date` is replaced later. Waiting timers do not keep the process alive. */
const real = {
  now: Date.now,
  setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms).unref(),
  clearTimeout: (handle: NodeJS.Timeout) => clearTimeout(handle),
};

/** How long nothing must happen before started work counts as done. */
const QUIET_MS = 15;

/** How long running work may show no activity before it counts as waiting for time to pass. */
const PATIENCE_MS = 700;

/** How long nothing must happen before all participants are asked whether their work waits for time to pass. */
const ASK_MS = 50;

/** How often repeating work runs at most in one travel. */
const MOST_REPEATS = 12;

/**
 * The workbench's time: the machine's clock plus the travelled time. The workspace, the engine's scheduler, the
 * simulator and the app's sandbox share it, and it never goes back.
 */
export class Clock {
  readonly #place: ClockPlace;
  readonly #timers: Timers<NodeJS.Timeout>;
  readonly #travellers = new Set<Traveller>();
  readonly #listeners = new Set<() => void>();
  readonly #wall: () => number;
  #waits = 0;
  #journey: Promise<void> = Promise.resolve();

  /**
   * @param place stores the travelled time; a clock without one starts at the machine's time
   * @param wall the machine's clock, for tests that let it stand still
   */
  constructor(place: ClockPlace = inMemory(), wall: () => number = real.now) {
    this.#place = place;
    this.#wall = wall;
    this.#timers = new Timers({ ...real, now: wall });
    this.#timers.move(place.read());
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#timers.now();
  }

  /** Whole seconds since 1970 as text, as WhatsApp writes them in webhooks. */
  seconds(): string {
    return String(Math.floor(this.now() / 1000));
  }

  /** Milliseconds by which it is ahead of the machine's clock. */
  get offset(): number {
    return this.#timers.offset;
  }

  /** Calls back after the given milliseconds. Returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void {
    const handle = this.#timers.set(callback, Math.max(ms, 0));
    return () => void this.#timers.clear(handle);
  }

  /** Resolves after the given milliseconds, or at once when the signal aborts. */
  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    this.#waits += 1;
    await new Promise<void>((resolve) => {
      const forget = this.after(ms, resolve);
      signal?.addEventListener('abort', () => {
        forget();
        resolve();
      });
    });
    this.#waits -= 1;
  }

  /** A signal that aborts after the given milliseconds, like `AbortSignal.timeout`, and a function that cancels it. */
  timeout(ms: number): [signal: AbortSignal, done: () => void] {
    const controller = new AbortController();
    const done = this.after(ms, () => controller.abort(new DOMException('The operation timed out', 'TimeoutError')));
    return [controller.signal, done];
  }

  /** Calls back after each travel. Returns a function that ends that. */
  onMove(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Adds a participant. Returns a function that removes it. */
  join(traveller: Traveller): () => void {
    this.#travellers.add(traveller);
    return () => void this.#travellers.delete(traveller);
  }

  /**
   * Moves forward by the given milliseconds. Work that becomes due runs at its own time and in order, and is finished
   * before the clock goes on; repeating work runs at most {@link MOST_REPEATS} times. Waits for time to pass, such as a
   * delayed answer of the simulator, end on the way as well. Resolves at the end; travels run one after another.
   */
  advance(ms: number): Promise<void> {
    if (!(ms >= 0)) return Promise.reject(new RangeError('The clock goes forward only'));
    const journey = this.#journey.then(() => this.#travel(ms));
    this.#journey = journey.catch(() => undefined);
    return journey;
  }

  /** Catches up with another process that shares the stored time. */
  async follow(): Promise<void> {
    await this.advance(Math.max(0, this.#place.read() - this.offset));
  }

  async #travel(ms: number): Promise<void> {
    const target = this.now() + ms;
    const pace = ms / MOST_REPEATS;
    await this.settle();
    for (;;) {
      const before = this.#activity();
      const next = await this.#nextDue(pace);
      // The work of earlier requests may still be running.
      if (this.#activity() !== before) {
        await this.settle();
        continue;
      }
      if (next === undefined || next > target) break;
      await this.#move(next - this.#wall());
      await this.settle();
    }
    await this.#move(target - this.#wall());
    await this.settle();
    for (const listener of this.#listeners) listener();
  }

  async #move(offset: number): Promise<void> {
    this.#timers.move(offset);
    if (this.offset > this.#place.read()) this.#place.write(this.offset);
    await Promise.all([...this.#travellers].map(async (each) => each.moved()));
  }

  async #nextDue(pace: number): Promise<number | undefined> {
    const all = await Promise.all([...this.#travellers].map(async (each) => each.nextDue(pace)));
    const times = [this.#timers.next(pace), ...all].filter((each) => each !== undefined);
    return times.length === 0 ? undefined : Math.max(Math.min(...times), this.now());
  }

  #activity(): number {
    return [...this.#travellers].reduce((sum, each) => sum + each.activity(), 0);
  }

  /** Resolves when no work is running, or when all running work waits for time to pass. */
  async settle(): Promise<void> {
    let activity = this.#activity();
    let since = performance.now();
    let isAsked = false;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const isBusy = [...this.#travellers].some((each) => each.isBusy());
      const seen = this.#activity();
      if (seen !== activity) {
        since = performance.now();
        isAsked = false;
      }
      activity = seen;
      const quietFor = performance.now() - since;
      if (quietFor >= (isBusy ? PATIENCE_MS : QUIET_MS)) return;
      if (isBusy && !isAsked && quietFor >= ASK_MS) {
        isAsked = true;
        if ((await this.#isHeld()) && this.#activity() === activity) return;
      }
    }
  }

  /** Whether it is known that all work under way only waits for the clock to move. */
  async #isHeld(): Promise<boolean> {
    const all = await Promise.all([...this.#travellers].map(async (each) => each.isHeld?.(this.#waits) ?? true));
    return all.every(Boolean);
  }
}

function inMemory(): ClockPlace {
  let kept = 0;
  return {
    read: () => kept,
    write: (offset) => {
      kept = offset;
    },
  };
}
