import type { Clock, Traveller } from '../../clock/Clock';

/** The part of a sandbox's controller that concerns its clock. */
export interface ClockedSandbox {
  sendRequest(message: { method: string; params: unknown[] }, options?: { timeout: number }): Promise<unknown>;
}

/** How long a sandbox may take to answer, so that a hanging one does not block travelling. */
const PATIENCE_MS = 2_000;

/**
 * Keeps the clocks of all sandboxes equal to the workbench's, and knows their timers. The sandbox's side is
 * `shims/clock.ts`.
 */
export class SandboxClocks implements Traveller {
  readonly #clock: Clock;
  readonly #sandboxes = new Set<ClockedSandbox>();
  readonly #isOffline: boolean;
  #fetching = 0;
  #changes = 0;
  #isAsking = false;

  /** @param isOffline blocks apps' own `fetch` */
  constructor(clock: Clock, isOffline = false) {
    this.#clock = clock;
    this.#isOffline = isOffline;
    clock.join(this);
  }

  /** The time is the first message to a new sandbox. */
  get greeting(): { method: string; params: unknown[] } {
    return { method: 'ping', params: [{ offset: this.#clock.offset, pace: 0, isOffline: this.#isOffline }] };
  }

  add(sandbox: ClockedSandbox): void {
    this.#sandboxes.add(sandbox);
  }

  remove(sandbox: ClockedSandbox): void {
    this.#sandboxes.delete(sandbox);
  }

  /** The question also moves the sandbox's clock. A sandbox answers when it has done all due work. */
  async nextDue(pace: number): Promise<number | undefined> {
    const params = [{ offset: this.#clock.offset, pace }];
    const answers = await Promise.all(
      [...this.#sandboxes].map((each) =>
        each.sendRequest({ method: 'ping', params }, { timeout: PATIENCE_MS }).catch(() => undefined),
      ),
    );
    const number = (answer: unknown, name: string) => {
      const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
      return typeof value === 'number' ? [value] : [];
    };
    const sum = (name: string) => {
      const fetches = answers.map((each): unknown => Reflect.get(Object(each), 'fetches'));
      return fetches.flatMap((each) => number(each, name)).reduce((all, each) => all + each, 0);
    };
    this.#fetching = sum('underWay');
    this.#changes = sum('changes');
    const times = answers.flatMap((each) => number(each, 'next'));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async moved(): Promise<void> {
    await this.nextDue(0);
  }

  /** Whether the app runs its own `fetch`, which only the sandbox knows. The value is from the last question. */
  isBusy(): boolean {
    if (this.#fetching > 0 && !this.#isAsking) {
      this.#isAsking = true;
      void this.nextDue(0).finally(() => (this.#isAsking = false));
    }
    return this.#fetching > 0;
  }

  activity(): number {
    return this.#changes;
  }

  /** A sandbox that answers has done all other due work, so its remaining work waits for a timer. */
  async isHeld(): Promise<boolean> {
    await this.nextDue(0);
    return this.#fetching === 0;
  }

  /**
   * The apps' own activity: whether one runs a `fetch` or did so since the last question, and the milliseconds until
   * the next timer; undefined when no timer is due within `ms`. Repeating timers do not count.
   */
  async atWork(ms: number): Promise<{ hasFetched: boolean; goesOnIn: number | undefined }> {
    const before = this.#changes;
    const next = await this.nextDue(ms + 1_000);
    const wait = next === undefined ? Infinity : Math.max(next - this.#clock.now(), 0);
    const hasFetched = this.#fetching > 0 || this.#changes !== before;
    return { hasFetched, goesOnIn: wait <= ms ? wait : undefined };
  }
}
