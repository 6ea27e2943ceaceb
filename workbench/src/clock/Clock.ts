import { Timers } from '../../shims/Timers';

/** Something that does things at times of the clock: it is told when the clock moves, and asked what comes next. */
export interface Traveller {
  /**
   * The next time, later than now, at which something falls due; undefined when nothing waits.
   *
   * @param pace milliseconds within which what repeats itself need not come again
   */
  nextDue(pace: number): number | undefined | Promise<number | undefined>;
  /** The clock has moved: starts what is due by now. */
  moved(): void | Promise<void>;
  /** Whether something is under way. */
  isBusy(): boolean;
  /** A number that changes with everything that happens. */
  activity(): number;
  /**
   * Whether what is under way here goes on only when time passes, as far as this one knows. Absent: it knows nothing.
   *
   * @param waits how many wait for the clock, as the simulator does before a slow answer
   */
  isHeld?(waits: number): boolean | Promise<boolean>;
}

/** Where the journey is kept, so that no restart goes back in time. */
export interface ClockPlace {
  read(): number;
  write(offset: number): void;
}

/** The platform's own, whatever replaces `Date` later. What waits for time to pass keeps no process alive. */
const real = {
  now: Date.now,
  setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms).unref(),
  clearTimeout: (handle: NodeJS.Timeout) => clearTimeout(handle),
};

/** How long nothing may happen until what was begun counts as done. */
const QUIET_MS = 15;

/** How long something may be under way without anything happening: it waits for time to pass. */
const PATIENCE_MS = 700;

/** How long nothing may happen until everybody is asked whether what is under way waits for time to pass. */
const ASK_MS = 50;

/** How often, at most, something that repeats itself does so in one journey. */
const MOST_REPEATS = 12;

/**
 * The workbench's time: the machine's clock, and what was travelled on top. There is one for the workspace, the engine's
 * scheduler, the simulator and the sandbox of the app, and it never goes back.
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
   * @param place where the journey is kept; a clock without one begins at the machine's time
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

  /** How far it is ahead of the machine's clock, in milliseconds. */
  get offset(): number {
    return this.#timers.offset;
  }

  /** Calls back when so many milliseconds have passed. Returns what forgets it. */
  after(ms: number, callback: () => void): () => void {
    const handle = this.#timers.set(callback, Math.max(ms, 0));
    return () => void this.#timers.clear(handle);
  }

  /** Resolves when so many milliseconds have passed, or at once when the signal says so. */
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

  /** A signal that aborts after so many milliseconds, as `AbortSignal.timeout`. The second forgets it. */
  timeout(ms: number): [signal: AbortSignal, done: () => void] {
    const controller = new AbortController();
    const done = this.after(ms, () => controller.abort(new DOMException('The operation timed out', 'TimeoutError')));
    return [controller.signal, done];
  }

  /** Calls back after each journey. Returns what ends that. */
  onMove(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** From now on somebody goes along. Returns what ends that. */
  join(traveller: Traveller): () => void {
    this.#travellers.add(traveller);
    return () => void this.#travellers.delete(traveller);
  }

  /**
   * Moves forward by so many milliseconds. What falls due on the way happens at its own time and in order, and is done
   * before the clock goes on; what repeats itself does so {@link MOST_REPEATS} times at most. What waits for time to pass
   * (an answer that the simulator holds back) is met on the way as well. Resolves at the end of the journey; one
   * journey waits for another.
   */
  advance(ms: number): Promise<void> {
    if (!(ms >= 0)) return Promise.reject(new RangeError('The clock goes forward only'));
    const journey = this.#journey.then(() => this.#travel(ms));
    this.#journey = journey.catch(() => undefined);
    return journey;
  }

  /** Goes where another process with the same place has gone. */
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
      // The work that was asked about may still be running.
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

  /** Resolves when nothing is under way, or when what is under way waits for time to pass. */
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
