import type { IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { Buffer } from 'buffer';
import { isPrivateAddress } from '../core/settings/readCredentials';
import type { HttpAnswer } from './Connection';
import { KEY_HEADER } from './Connection';

const MOST_REDIRECTS = 5;

/**
 * Sends a request by the sandbox's own `fetch`. It takes and returns what `IHttp` does; `data` may also be a form. The
 * key never goes to another host. A redirect of a GET is followed on the same host; to another host it is followed only
 * for a file, to a public address, and without the key. Any other redirect is returned as the answer.
 *
 * @throws what `fetch` throws, and an Error when the whole request takes longer than `request.timeout`
 */
export async function fetchDirectly(method: string, url: string, request: IHttpRequest): Promise<HttpAnswer> {
  const init: RequestInit = {
    method,
    body: bodyOf(request),
    redirect: 'manual',
    signal: AbortSignal.timeout(request.timeout ?? 0),
  };
  let headers: Record<string, string> = {
    ...request.headers,
    // As in Rocket.Chat, each request has its own connection. The other side may close an old connection at the moment
    // in which a message goes out on it, and then nobody knows whether it was sent.
    Connection: 'close',
  };
  let address = new URL(url);
  let response = await fetch(address, { ...init, headers });
  for (let followed = 0; followed < MOST_REDIRECTS; followed += 1) {
    const next = method === 'GET' ? whereTo(response, address) : undefined;
    const isElsewhere = next?.origin !== address.origin;
    if (!next || (isElsewhere && !(isFile(request) && isAsSafe(next, address)))) {
      break;
    }
    await response.body?.cancel();
    if (isElsewhere) {
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== KEY_HEADER));
    }
    address = next;
    response = await fetch(address, { ...init, headers });
  }
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    content: isFile(request) ? new Uint8Array(await response.arrayBuffer()) : await response.text(),
  };
}

function bodyOf({ content, data }: IHttpRequest): NonNullable<RequestInit['body']> | undefined {
  return data instanceof FormData ? data : content;
}

function whereTo(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location') ?? '';
  return isRedirect(response.status) && location !== '' && URL.canParse(location, from.href)
    ? new URL(location, from)
    : undefined;
}

/** A request for bytes downloads a file. */
function isFile({ encoding }: IHttpRequest): boolean {
  return encoding === null;
}

/**
 * Whether a file may be fetched from another host to which a redirect leads: not over an open connection in place of a safe one,
 * not by another protocol, and not from a machine of the server's own network, where files are that no customer may send.
 *
 * @internal exported for tests
 */
export function isAsSafe(next: URL, from: URL): boolean {
  const isHttp = next.protocol === 'https:' || (next.protocol === 'http:' && from.protocol === 'http:');
  return isHttp && (isPrivateAddress(from.hostname) || !isPrivateAddress(next.hostname));
}

/** Whether a status redirects to another address. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * The bytes of an answer's `content`, which a host hands over as a Buffer, as plain bytes, or as a text of which each
 * character is a byte.
 */
export function bytesOf(content: unknown): Buffer {
  if (content instanceof Uint8Array) {
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  }
  return Buffer.from(typeof content === 'string' ? content : '', 'binary');
}
