/** One server-sent event. */
export interface FeedEvent {
  type: string;
  data: Record<string, unknown>;
}

/** Reads a stream of server-sent events with fetch, from now until `stop`. */
export class EventFeed {
  /** All that came so far, oldest first. */
  readonly events: FeedEvent[] = [];
  readonly #abort = new AbortController();
  #listeners: ((event: FeedEvent) => void)[] = [];

  /** Resolves when the stream is open: whatever happens from then on is heard. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<EventFeed> {
    const feed = new EventFeed();
    const response = await fetch(url, { headers, signal: feed.#abort.signal });
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
    void feed.#read(response.body);
    return feed;
  }

  onEvent(listener: (event: FeedEvent) => void): void {
    this.#listeners.push(listener);
  }

  stop(): void {
    this.#listeners = [];
    this.#abort.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let pending = '';
    for (;;) {
      // The end of the server, or our own `stop`, ends the stream: what was heard stays.
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) return;
      pending += decoder.decode(value, { stream: true });
      const parts = pending.split('\n\n');
      pending = parts.pop() ?? '';
      for (const part of parts) this.#take(part);
    }
  }

  #take(part: string): void {
    const field = (name: string) =>
      part
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const type = field('event');
    if (!type) return;
    const event: FeedEvent = { type, data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> };
    this.events.push(event);
    for (const listener of this.#listeners) listener(event);
  }
}
