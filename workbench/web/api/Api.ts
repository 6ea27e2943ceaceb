import { isRecord } from '../state/pick';
import { words } from '../words';

/** The user of the request. */
export type Credentials = { readonly userId: string; readonly authToken: string };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The server's interfaces for one user. Bodies are returned unchanged; their readers validate them. */
export class Api {
  constructor(private readonly credentials?: Credentials) {}

  /** @throws ApiError when the server refuses or cannot be reached. */
  get(path: string, signal?: AbortSignal): Promise<unknown> {
    return this.send('GET', path, undefined, signal);
  }

  /** @throws ApiError when the server refuses or cannot be reached. */
  post(path: string, body: object = {}): Promise<unknown> {
    return this.send('POST', path, body);
  }

  /** Any other method. @throws ApiError when the server refuses or cannot be reached. */
  request(method: Method, path: string, body?: object): Promise<unknown> {
    return this.send(method, path, body);
  }

  /** Opens a stream. @throws ApiError when the server refuses or cannot be reached. */
  async stream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await this.fetch('GET', path, undefined, signal);
    if (!response.ok || !response.body) {
      throw new ApiError(response.status, response.statusText);
    }
    return response.body;
  }

  /** A file's bytes; undefined when the signal ended it. @throws ApiError when the server refuses or cannot be reached. */
  async blob(path: string, signal: AbortSignal): Promise<Blob | undefined> {
    try {
      const response = await this.fetch('GET', path, undefined, signal);
      if (!response.ok) {
        throw new ApiError(response.status, response.statusText);
      }
      return await response.blob();
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      throw error;
    }
  }

  /** The address of a protected file, for elements that cannot send headers. */
  fileUrl(path: string): string {
    if (!this.credentials || !path.startsWith('/')) {
      return path;
    }
    const url = new URL(path, window.location.origin);
    url.searchParams.set('rc_uid', this.credentials.userId);
    url.searchParams.set('rc_token', this.credentials.authToken);
    return `${url.pathname}${url.search}`;
  }

  private async send(method: Method, path: string, body?: object, signal?: AbortSignal): Promise<unknown> {
    const response = await this.fetch(method, path, body, signal);
    const text = await response.text();
    const read = parseJson(text);
    if (!response.ok) {
      throw new ApiError(response.status, readErrorText(read) ?? (text || response.statusText));
    }
    return read;
  }

  private async fetch(method: Method, path: string, body?: object, signal?: AbortSignal): Promise<Response> {
    const isForm = body instanceof FormData;
    const headers: Record<string, string> = {
      ...(this.credentials && { 'X-User-Id': this.credentials.userId, 'X-Auth-Token': this.credentials.authToken }),
      ...(body && !isForm && { 'Content-Type': 'application/json' }),
    };
    try {
      return await fetch(path, {
        method,
        headers,
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
        ...(signal && { signal }),
      });
    } catch (error) {
      if (signal?.aborted) {
        throw error;
      }
      throw new ApiError(0, words.connection.unreachable);
    }
  }
}

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

/** An error answer of the server, with its own text. `status` is 0 when the server could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The text of an error answer: Rocket.Chat uses `error`, some endpoints `message`, the simulator an object. */
export function readErrorText(body: unknown): string | undefined {
  if (!isRecord(body)) {
    return undefined;
  }
  const { error, message } = body;
  if (isRecord(error) && typeof error['message'] === 'string') {
    return error['message'];
  }
  return typeof error === 'string' ? error : typeof message === 'string' ? message : undefined;
}
