import type { Host } from './Host';

/**
 * A value that is read from the workspace and remembered in this process for a bounded time, so that the path of a
 * message does not pay a round trip for it and two instances still agree within a minute.
 */
export class Remembered<T> {
  private value: { is: T; at: number } | undefined;
  private reading: Promise<T> | undefined;
  private forgotten = 0;

  /** @param maxAge in milliseconds */
  constructor(
    private readonly readValue: (host: Host) => Promise<T>,
    private readonly maxAge: number,
  ) {}

  /** The value, at most `maxAge` old; callers at the same time share one reading. */
  async get(host: Host, maxAge = this.maxAge): Promise<T> {
    if (this.value && Date.now() - this.value.at < maxAge) {
      return this.value.is;
    }
    this.reading ??= this.read(host);
    return this.reading;
  }

  /** The next `get` reads anew. */
  forget(): void {
    this.value = undefined;
    this.reading = undefined;
    this.forgotten += 1;
  }

  private async read(host: Host): Promise<T> {
    const before = this.forgotten;
    try {
      const is = await this.readValue(host);
      // What was forgotten meanwhile has changed, perhaps after it was read here.
      if (before === this.forgotten) {
        this.value = { is, at: Date.now() };
      }
      return is;
    } finally {
      if (before === this.forgotten) {
        this.reading = undefined;
      }
    }
  }
}
