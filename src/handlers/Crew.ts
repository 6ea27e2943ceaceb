/** How a crew works. */
interface Rules {
  /** So many pieces of work at a time. */
  size: number;
  /** Milliseconds: what takes longer gives its place on and goes on beside the others. */
  longest: number;
  /** Milliseconds that a piece of work lets others go first, at most. */
  patience: number;
}

/**
 * Puts what can wait behind what somebody waits for. In a rush, webhooks are answered first: their answer is due within
 * five seconds, and everything that is done besides stands in its way on the same pipe to Rocket.Chat. What can wait is
 * done a few at a time, in the order it came, and never waits for long.
 */
export class Crew {
  private urgent = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly polite = new Set<() => void>();

  constructor(private readonly rules: Rules) {}

  /** Does what somebody waits for, at once. */
  async first<T>(work: () => Promise<T>): Promise<T> {
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

  /** Does what can wait, when there is a place and nobody waits for an answer. */
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
    // How it ended is told to whoever asked for it.
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
