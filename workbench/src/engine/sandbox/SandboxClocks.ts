import type { Clock, Traveller } from '../../clock/Clock';

/** The controller of a sandbox as far as its clock is concerned. */
export interface ClockedSandbox {
  sendRequest(message: { method: string; params: unknown[] }, options?: { timeout: number }): Promise<unknown>;
}

/** How long a sandbox may take to answer; one that hangs keeps nobody from travelling. */
const PATIENCE_MS = 2_000;

/**
 * Keeps the clocks of all sandboxes with the workbench's, and knows what their timers wait for. The sandbox's side is
 * `shims/clock.ts`.
 */
export class SandboxClocks implements Traveller {
  readonly #clock: Clock;
  readonly #sandboxes = new Set<ClockedSandbox>();
  readonly #isOffline: boolean;
  #fetching = 0;
  #changes = 0;
  #isAsking = false;

  /** @param isOffline apps' own `fetch` reaches nobody */
  constructor(clock: Clock, isOffline = false) {
    this.#clock = clock;
    this.#isOffline = isOffline;
    clock.join(this);
  }

  /** The first thing that a new sandbox hears: the time. */
  get greeting(): { method: string; params: unknown[] } {
    return { method: 'ping', params: [{ offset: this.#clock.offset, pace: 0, isOffline: this.#isOffline }] };
  }

  add(sandbox: ClockedSandbox): void {
    this.#sandboxes.add(sandbox);
  }

  remove(sandbox: ClockedSandbox): void {
    this.#sandboxes.delete(sandbox);
  }

  /** Asking moves as well; and a sandbox answers when it has done everything that it could do by then. */
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

  /** The app fetches something by itself, which nobody else sees. As of the last time that it was asked; it is asked again. */
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

  /** A sandbox that answers has done everything else that it could do; what it still works on waits for a timer. */
  async isHeld(): Promise<boolean> {
    await this.nextDue(0);
    return this.#fetching === 0;
  }

  /**
   * What apps do by themselves: whether one fetches something, or has since it was asked last, and in how many milliseconds
   * one goes on; undefined where none does so within `ms`. What repeats itself does not count.
   */
  async atWork(ms: number): Promise<{ hasFetched: boolean; goesOnIn: number | undefined }> {
    const before = this.#changes;
    const next = await this.nextDue(ms + 1_000);
    const wait = next === undefined ? Infinity : Math.max(next - this.#clock.now(), 0);
    const hasFetched = this.#fetching > 0 || this.#changes !== before;
    return { hasFetched, goesOnIn: wait <= ms ? wait : undefined };
  }
}
