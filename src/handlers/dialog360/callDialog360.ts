import type { Buffer } from 'buffer';
import type { IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../errors/AppError';
import type { Connection } from './Connection';
import type { HttpAnswer } from './Dialog360Http';
import { isRedirect } from './isRedirect';
import { KEY_HEADER } from './KEY_HEADER';
import { note } from './note';
import { readFailure } from './readFailure';
import { readUnreachable } from './readUnreachable';

interface Dialog360Call {
  method: 'get' | 'post' | 'del';
  /** Below the base URL, or a whole address on its host. */
  path: string;
  query?: Record<string, string | number>;
  /** Besides the key and the content type. */
  headers?: Record<string, string>;
  json?: object;
  /** A body that is not JSON, with its content type. */
  body?: { content: Buffer; type: string };
  /** Milliseconds; every call states its own, because the host's default is three minutes. */
  timeout: number;
  /** The answer's `content` as a Buffer. */
  binary?: boolean;
}

/**
 * One request to 360dialog. Gives the answer when it is a success (any 2xx).
 * @throws AppError for every other answer (`readFailure`) and when there is none (`readUnreachable`)
 */
export async function callDialog360(connection: Connection, call: Dialog360Call): Promise<HttpAnswer> {
  const { http, baseUrl, apiKey } = connection;
  const address = call.path.startsWith('/') ? `${baseUrl}${call.path}` : call.path;
  const url = `${address}${queryText(call)}`;
  const request: IHttpRequest = {
    headers: { [KEY_HEADER]: apiKey, ...call.headers, ...bodyType(call) },
    timeout: call.timeout,
    ...body(call),
    ...(call.binary ? { encoding: null } : {}),
  };
  const response = await http[call.method](url, request).catch((thrown: unknown) => {
    throw note(connection, readUnreachable(thrown, apiKey));
  });
  return succeeded(response, connection, url);
}

function queryText({ query = {} }: Dialog360Call): string {
  // In the address and not as `params`, which hosts put into the body of a request that has no other.
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function body({ json, body: raw }: Dialog360Call): Pick<IHttpRequest, 'content' | 'data'> {
  // JSON goes as text, so that no host has to guess; bytes go as `data`, which hosts hand on as they are when a Buffer.
  return raw ? { data: raw.content } : json ? { content: JSON.stringify(json) } : {};
}

function bodyType({ json, body: raw }: Dialog360Call): Record<string, string> {
  return raw ? { 'Content-Type': raw.type } : json ? { 'Content-Type': 'application/json' } : {};
}

function succeeded(response: HttpAnswer | null | undefined, connection: Connection, url: string): HttpAnswer {
  if (!response) {
    // A host without the networking permission answers nothing at all.
    throw new AppError({ kind: 'bug', retry: 'no', key: 'errors:networkNotAllowed' });
  }
  if (isRedirect(response.statusCode)) {
    throw redirected(response, url);
  }
  if (response.statusCode < 200 || response.statusCode > 299) {
    throw note(connection, readFailure(response, connection.apiKey));
  }
  return response;
}

/** Another host is not told the key, and what was to be done was not done. */
function redirected({ statusCode, headers = {} }: HttpAnswer, url: string): AppError {
  const location = headers.location ?? '';
  const { origin } = URL.canParse(location, url) ? new URL(location, url) : { origin: 'null' };
  const params = { address: origin === 'null' ? '–' : origin };
  return new AppError({ kind: 'refused', retry: 'no', key: 'errors:redirected', params, status: statusCode });
}
