import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors/IHttp';
import type { IHttpBridgeRequestInfo } from '@rocket.chat/apps-engine/server/bridges/HttpBridge';
import { HttpBridge } from '@rocket.chat/apps-engine/server/bridges/HttpBridge';
import type { Clock } from '../../clock/Clock';

const DEFAULT_TIMEOUT_MS = 3 * 60 * 1000;

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;

const JSON_TYPES = ['application/json', 'text/javascript', 'application/javascript', 'application/x-javascript'];

/** Apps' HTTP requests, with the real server's behaviour. */
export class WorkbenchHttpBridge extends HttpBridge {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  protected async call({ method, url: address, request }: IHttpBridgeRequestInfo): Promise<IHttpResponse> {
    const url = new URL(address);
    const headers = new Headers(request.headers);
    const bodyless = ['GET', 'HEAD'].includes(method.toUpperCase());
    const given: unknown = request.content || (typeof request.data === 'object' ? request.data : undefined);
    const params = Object.entries(request.params ?? {});
    if (request.auth) {
      if (!request.auth.includes(':')) throw new Error('auth option should be of the form "username:password"');
      headers.set('Authorization', `Basic ${Buffer.from(request.auth).toString('base64')}`);
    }

    let body: NonNullable<RequestInit['body']> | undefined;
    if (given || bodyless) {
      for (const [name, value] of params) if (value) url.searchParams.append(name, value);
      if (!bodyless) body = this.#body(given, headers);
    } else if (request.params) {
      // The parameters of a request without content become its content: a form, even an empty one.
      body = new URLSearchParams(params).toString();
      headers.set('Content-Type', 'application/x-www-form-urlencoded');
    }

    const [signal, inTime] = this.#clock.timeout(request.timeout || DEFAULT_TIMEOUT_MS);
    const { response, bytes } = await read(url, { method: method.toUpperCase(), headers, body, signal }).finally(
      inTime,
    );
    const answer = {
      url: address,
      method,
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
    };
    // The type has no bytes as content, but the real server returns them when no encoding is set.
    if (request.encoding === null)
      return Object.assign(answer, { content: bytes.toString('latin1') }, { content: bytes });
    const content = bytes.toString(isEncoding(request.encoding) ? request.encoding : 'utf8');
    return { ...answer, content, data: parseData(content, response.headers.get('content-type')) };
  }

  /** Bytes and text are sent unchanged; anything else is sent as JSON. */
  #body(content: unknown, headers: Headers): NonNullable<RequestInit['body']> {
    if (typeof content === 'string') return content;
    if (content instanceof Uint8Array) return new Uint8Array(content);
    if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    return JSON.stringify(content);
  }
}

/**
 * Follows redirects like the server (`packages/server-fetch`): up to five, to any host, each with the method, the body
 * and all headers of the first request. The answer that the app gets does not show them.
 */
async function read(first: URL, request: RequestInit): Promise<{ response: Response; bytes: Buffer }> {
  let url = first;
  for (let followed = 0; ; followed += 1) {
    const response = await fetch(url, { ...request, redirect: 'manual' }).catch((error: unknown) => {
      throw new Error(`request to ${url.origin}${url.pathname} failed, reason: ${reasonOf(error)}`);
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!REDIRECTS.includes(response.status)) return { response, bytes };
    const location = response.headers.get('location');
    if (!location) throw new Error('redirect-response-location-header-missing');
    if (followed === MOST_REDIRECTS) throw new Error('error-too-many-redirects');
    url = new URL(location, url);
  }
}

/** `fetch` only says that it failed; the reason is its cause. */
function reasonOf(error: unknown): string {
  const cause = field(error, 'cause');
  return [field(cause, 'message'), field(cause, 'code'), field(error, 'message')].find(isText) ?? String(error);
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isEncoding(encoding: string | undefined): encoding is BufferEncoding {
  return encoding !== undefined && Buffer.isEncoding(encoding);
}

function parseData(content: string, contentType: string | null): unknown {
  if (!JSON_TYPES.includes((contentType ?? '').split(';')[0] ?? '')) return null;
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
