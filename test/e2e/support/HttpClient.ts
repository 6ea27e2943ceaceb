/** What came back: the status, and the body as JSON where it is JSON, else as text. */
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
