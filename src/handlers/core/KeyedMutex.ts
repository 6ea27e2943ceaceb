import type { Limiter } from './Limiter';

/**
 * Runs work with the same key one after another, in the order of the calls. Work with other keys runs concurrently. A
 * key is forgotten when nothing waits for it, so that memory does not grow with the number of customers.
 */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<unknown>>();

  /**
   * Runs the work when all earlier work under any of these keys has ended or failed. All keys are locked at once, so that
   * two callers that name them in different orders cannot wait for each other for ever.
   */
  run<T>(keys: string | readonly string[], work: () => Promise<T>): Promise<T> {
    const all = [keys].flat();
    const turn = Promise.all(all.map((key) => this.last.get(key) ?? Promise.resolve())).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    all.forEach((key) => this.last.set(key, settled));
    void settled.then(() => {
      for (const key of all) {
        if (this.last.get(key) === settled) {
          this.last.delete(key);
        }
      }
    });
    return turn;
  }

  /** Waits for the lock of this key. @returns releases it */
  async acquire(key: string): Promise<() => void> {
    return new Promise((entered) => {
      void this.run(key, () => new Promise<void>((leave) => entered(leave)));
    });
  }
}

/** Work that waits for its locks. */
interface Waiting {
  at: number;
  start: () => Promise<void>;
}

/**
 * Runs dated work under the locks of a `KeyedMutex`. Of all work that waits for the same keys, the one with the
 * earliest date runs first; with equal dates, the one that was added first. So webhooks that overtake each other, as
 * after an outage, are processed in the order in which the customer wrote.
 */
export class DatedMutex {
  /** Waiting work by its keys, the earliest date first. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(
    private readonly locks: KeyedMutex,
    private readonly limiter: Limiter,
  ) {}

  /**
   * Runs the work under all of these locks as soon as the limiter has a free place.
   *
   * @param at epoch milliseconds
   */
  run<T>(keys: readonly string[], at: number, work: () => Promise<T>): Promise<T> {
    const name = keys.join('\n');
    return new Promise((resolve, reject) => {
      this.add(name, { at, start: () => work().then(resolve, reject) });
      // Each piece of work takes the locks once. The piece that runs is chosen late, when the limiter starts it.
      void this.locks.run(keys, () => this.limiter.run(() => this.startNext(name)));
    });
  }

  private add(name: string, waiting: Waiting): void {
    const line = this.lines.get(name) ?? [];
    this.lines.set(name, line);
    const later = line.findIndex((other) => other.at > waiting.at);
    line.splice(later < 0 ? line.length : later, 0, waiting);
  }

  private async startNext(name: string): Promise<void> {
    const line = this.lines.get(name) ?? [];
    const next = line.shift();
    if (line.length === 0) {
      this.lines.delete(name);
    }
    await next?.start();
  }
}
