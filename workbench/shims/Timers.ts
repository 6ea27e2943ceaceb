/** The timers of the platform, as they were before anything replaced them. */
export interface RealTimers<Handle> {
  now(): number;
  setTimeout(callback: () => void, ms: number): Handle;
  clearTimeout(handle: Handle): void;
}

interface Waiting<Handle> {
  due: number;
  callback: () => void;
  /** Milliseconds between two calls; a single call without. */
  every: number | undefined;
  real?: Handle;
}

/** The longest that the platform's timers can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Time that goes on as the machine's does and can be moved forward, and timers that follow it. The host and the sandbox
 * of an app have one each, with the same offset. It imports nothing: the sandbox loads it as it is.
 */
export class Timers<Handle> {
  readonly #real: RealTimers<Handle>;
  readonly #waiting = new Map<unknown, Waiting<Handle>>();
  #offset = 0;

  constructor(real: RealTimers<Handle>) {
    this.#real = real;
  }

  /** How far this time is ahead of the machine's clock, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  now(): number {
    return this.#real.now() + this.#offset;
  }

  /** Calls back after so many milliseconds of this time, with `every` again and again. Returns what `clear` takes. */
  set(callback: () => void, ms: number, every?: number): Handle {
    const waiting: Waiting<Handle> = { due: this.now() + ms, callback, every };
    const handle: Handle = this.#arm(waiting, () => handle);
    this.#waiting.set(handle, waiting);
    return handle;
  }

  /** Forgets a timer. False when it is none of these, or has called back already. */
  clear(handle: unknown): boolean {
    const waiting = this.#waiting.get(handle);
    if (!waiting) return false;
    this.#disarm(waiting);
    return this.#waiting.delete(handle);
  }

  /**
   * The time of the next call; undefined when nothing waits.
   *
   * @param pace milliseconds within which what repeats itself need not be looked at again
   */
  next(pace = 0): number | undefined {
    let next: number | undefined;
    for (const { due, every } of this.#waiting.values()) {
      const at = every === undefined ? due : Math.max(due, this.now() + pace);
      if (next === undefined || at < next) next = at;
    }
    return next;
  }

  /** Moves forward to an offset. What falls due on the way calls back in order, each at its own time; never goes back. */
  move(offset: number): void {
    for (let next = this.#first(); next && next[1].due - this.#real.now() <= offset; next = this.#first()) {
      const [handle, waiting] = next;
      this.#offset = Math.max(this.#offset, waiting.due - this.#real.now());
      // A repeating timer fires once per move of the clock, however far the clock moves.
      this.#call(handle, waiting, Math.max(offset, this.#offset) + this.#real.now());
    }
    this.#offset = Math.max(this.#offset, offset);
    for (const [handle, waiting] of this.#waiting) {
      this.#disarm(waiting);
      this.#arm(waiting, () => handle);
    }
  }

  #first(): [unknown, Waiting<Handle>] | undefined {
    let first: [unknown, Waiting<Handle>] | undefined;
    for (const each of this.#waiting) if (!first || each[1].due < first[1].due) first = each;
    return first;
  }

  #disarm({ real }: Waiting<Handle>): void {
    if (real !== undefined) this.#real.clearTimeout(real);
  }

  #arm(waiting: Waiting<Handle>, handle: () => unknown): Handle {
    const left = Math.min(Math.max(waiting.due - this.now(), 0), LONGEST_MS);
    const real = this.#real.setTimeout(() => {
      // The platform may be a moment early, and cannot wait for longer than 25 days.
      if (waiting.due - this.now() > 1) this.#arm(waiting, handle);
      else this.#call(handle(), waiting, this.now());
    }, left);
    waiting.real = real;
    return real;
  }

  #call(handle: unknown, waiting: Waiting<Handle>, now: number): void {
    this.#disarm(waiting);
    if (waiting.every === undefined) this.#waiting.delete(handle);
    else {
      waiting.due = now + Math.max(waiting.every, 1);
      this.#arm(waiting, () => handle);
    }
    waiting.callback();
  }
}
