import type { Crew } from './Crew';
import type { Turns } from './Turns';

/** Work that waits for a turn. */
interface Waiting {
  at: number;
  start: () => Promise<void>;
}

/**
 * Lets work that has a date happen in turns. Whenever a turn comes, the work with the earliest date goes first of all that
 * wait for the same turn; of several with one date, the one that was asked for first. So webhooks that come side by side
 * and overtake each other on the way, as after an outage, are worked off in the order in which the customer wrote.
 */
export class DatedTurns {
  /** By the keys of the turn, with the earliest date first. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(
    private readonly turns: Turns,
    private readonly crew: Crew,
  ) {}

  /**
   * Runs the work in a turn under all of these keys, when the crew has a place for it.
   *
   * @param at epoch milliseconds
   */
  take<T>(keys: readonly string[], at: number, work: () => Promise<T>): Promise<T> {
    const name = keys.join('\n');
    return new Promise((resolve, reject) => {
      this.add(name, { at, start: () => work().then(resolve, reject) });
      // As many turns are taken as there is work. Who goes is decided when the crew has let webhooks be answered first.
      void this.turns.take(keys, () => this.crew.run(() => this.startNext(name)));
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
