/** The limits of a `Limiter`. */
interface Rules {
  /** How many pieces of work run at a time. */
  size: number;
  /** Milliseconds. Work that takes longer gives up its place to the next piece and goes on beside it. */
  longest: number;
  /** Milliseconds. No piece of work waits longer than this for urgent work. */
  patience: number;
}

/**
 * Runs a few pieces of work at a time, and urgent work before them. Under load, answers to webhooks come first: they
 * are due within five seconds, and all other work competes with them for the same connection to Rocket.Chat. Other work
 * runs in the order of the calls and never waits for long.
 */
export class Limiter {
  private urgent = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly polite = new Set<() => void>();

  constructor(private readonly rules: Rules) {}

  /** Runs urgent work at once. */
  async runUrgent<T>(work: () => Promise<T>): Promise<T> {
    this.urgent += 1;
    try {
      return await work();
    } finally {
      this.urgent -= 1;
      if (this.urgent === 0) {
        this.polite.forEach((goOn) => goOn());
      }
    }
  }

  /** Runs other work when there is a free place and no urgent work runs. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.place();
    let done: Promise<T>;
    try {
      await this.letOthersGoFirst();
      done = work();
      await this.awaitAWhile(done);
    } finally {
      this.giveOn();
    }
    return done;
  }

  private async place(): Promise<void> {
    if (this.running < this.rules.size) {
      this.running += 1;
    } else {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private giveOn(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.running -= 1;
    }
  }

  private async awaitAWhile(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const longest = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.rules.longest);
    });
    // The caller gets the result or the error from the work itself.
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    await Promise.race([ended, longest]);
    clearTimeout(timer);
  }

  private async letOthersGoFirst(): Promise<void> {
    if (this.urgent > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(goOn, this.rules.patience);
        this.polite.add(goOn);
        const { polite } = this;
        function goOn() {
          clearTimeout(timer);
          polite.delete(goOn);
          resolve();
        }
      });
    }
  }
}
