import type { Host } from './Host';

/**
 * A value of the workspace that this process caches for a bounded time. A message does not pay a round trip for it, and two
 * instances agree within a minute.
 */
export class CachedValue<T> {
  private value: { is: T; at: number } | undefined;
  private reading: Promise<T> | undefined;
  private forgotten = 0;

  /** @param maxAge in milliseconds */
  constructor(
    private readonly readValue: (host: Host) => Promise<T>,
    private readonly maxAge: number,
  ) {}

  /** The value, at most `maxAge` milliseconds old. Simultaneous callers share one reading. */
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
      // `forget` was called meanwhile: the value may have changed after it was read here.
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
