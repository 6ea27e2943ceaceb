import type { Buffer } from 'buffer';
import type { IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../errors/AppError';
import type { Connection } from './Connection';
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
  /** What sends it instead of the host. */
  send?: (url: string, request: IHttpRequest) => Promise<IHttpResponse>;
}

/**
 * One request to 360dialog. Gives the answer when it is a success (any 2xx).
 * @throws AppError for every other answer (`readFailure`) and when there is none (`readUnreachable`)
 */
export async function callDialog360(connection: Connection, call: Dialog360Call): Promise<IHttpResponse> {
  const { http, baseUrl, apiKey } = connection;
  const address = call.path.startsWith('/') ? `${baseUrl}${call.path}` : call.path;
  const send = call.send ?? ((url, request) => http[call.method](url, request));
  const response = await send(`${address}${queryText(call)}`, {
    headers: { 'D360-API-KEY': apiKey, ...call.headers, ...bodyType(call) },
    timeout: call.timeout,
    ...body(call),
    ...(call.binary ? { encoding: null } : {}),
  }).catch((thrown: unknown) => {
    throw note(connection, readUnreachable(thrown, apiKey));
  });
  return succeeded(response, connection);
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

function succeeded(response: IHttpResponse | null | undefined, connection: Connection): IHttpResponse {
  if (!response) {
    // A host without the networking permission answers nothing at all.
    throw new AppError({ kind: 'bug', retry: 'no', key: 'errors:networkNotAllowed' });
  }
  if (response.statusCode < 200 || response.statusCode > 299) {
    throw note(connection, readFailure(response, connection.apiKey));
  }
  return response;
}
