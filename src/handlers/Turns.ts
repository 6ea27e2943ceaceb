/**
 * Lets work with the same key happen one after another, in the order it was asked for, while other keys go on. A queue
 * is forgotten when it is empty, so that memory does not grow with the number of customers.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /**
   * Runs the work when everything asked for before under this key, or under any of these, has ended, well or badly. All
   * of them are taken at once, so that nobody who wants some of them in another order waits for ever.
   */
  take<T>(keys: string | readonly string[], work: () => Promise<T>): Promise<T> {
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

  /** Waits for a turn under this key. @returns ends it; the next one waits for that */
  async enter(key: string): Promise<() => void> {
    return new Promise((entered) => {
      void this.take(key, () => new Promise<void>((leave) => entered(leave)));
    });
  }
}
