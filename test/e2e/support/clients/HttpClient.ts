/** An answer: the status, and the body as JSON if it is JSON, else as text. */
export interface HttpAnswer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** The server said no (status 400 and above). */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    request: string,
    /** For a test that looks closer. */
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`${request} answered ${status}: ${JSON.stringify(body)}`);
  }
}

type Query = Record<string, string | number | boolean | undefined>;

/** Small JSON client for one base URL. `get`, `post` and `delete` throw an `HttpFailure` for status 400 and above. */
export class HttpClient {
  constructor(
    readonly baseUrl: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async get<T>(path: string, query: Query = {}): Promise<T> {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
    const suffix = asked.size > 0 ? `?${asked.toString()}` : '';
    return this.#expect('GET', `${path}${suffix}`);
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#expect('POST', path, body);
  }

  async delete<T>(path: string, body?: unknown): Promise<T> {
    return this.#expect('DELETE', path, body);
  }

  /** Any request, any answer; never throws for a status. A `FormData`, text or `Buffer` body is sent as it is. */
  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer<T>> {
    const isRaw =
      body === undefined || typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: { ...this.headers, ...(!isRaw && { 'Content-Type': 'application/json' }), ...headers },
      body: isRaw ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }

  async #expect<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.request<T>(method, path, body);
    if (answer.status >= 400) throw new HttpFailure(`${method} ${path}`, answer.status, answer.body);
    return answer.body;
  }
}

/** One server-sent event. */
interface FeedEvent {
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
