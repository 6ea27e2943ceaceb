import type { IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import type { Connection, HttpAnswer } from './Connection';
import { KEY_HEADER } from './Connection';
import { isRedirect } from './fetchDirectly';
import { readAnswer, readFailure } from './readFailure';
import { readUnreachable } from './readUnreachable';

interface Dialog360Call {
  method: 'get' | 'post' | 'del';
  /** A path below the base URL, or a whole address on the same host. */
  path: string;
  query?: Record<string, string | number>;
  /** Headers besides the key and the content type. */
  headers?: Record<string, string>;
  json?: object;
  /** A body with a file. The HTTP client encodes it and sets the content type. */
  form?: FormData;
  /** Milliseconds. Every call states its own, because the host's default is three minutes. */
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
    headers: { [KEY_HEADER]: apiKey, ...call.headers, ...contentType(call) },
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
  // The query is part of the address. Hosts put `params` into the body of a request that has no other body.
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function body({ json, form }: Dialog360Call): Pick<IHttpRequest, 'content' | 'data'> {
  // JSON is sent as text, so that no host has to guess its type.
  return form ? { data: form } : json ? { content: JSON.stringify(json) } : {};
}

function contentType({ json }: Dialog360Call): Record<string, string> {
  return json ? { 'Content-Type': 'application/json' } : {};
}

function succeeded(response: HttpAnswer | null | undefined, connection: Connection, url: string): HttpAnswer {
  if (!response) {
    // Without the networking permission the host returns nothing.
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

/** The error for a redirect to another host, which must not get the key. The request had no effect. */
function redirected({ statusCode, headers = {} }: HttpAnswer, url: string): AppError {
  const location = headers.location ?? '';
  const { origin } = URL.canParse(location, url) ? new URL(location, url) : { origin: 'null' };
  const params = { address: origin === 'null' ? '–' : origin };
  return new AppError({ kind: 'refused', retry: 'no', key: 'errors:redirected', params, status: statusCode });
}

/**
 * Parses the body of a successful response by its schema.
 *
 * @throws AppError `errors:answerUnreadable` when the body does not fit; the request may have had its effect
 * nevertheless
 */
export function readSuccess<Output>(
  connection: Connection,
  schema: v.GenericSchema<unknown, Output>,
  response: HttpAnswer,
): Output {
  const parsed = v.safeParse(schema, readAnswer(response).json);
  if (parsed.success) {
    return parsed.output;
  }
  const [issue] = parsed.issues;
  const unreadable = new AppError({
    kind: 'unreachable',
    retry: 'later',
    retryAfterMs: 2000,
    key: 'errors:answerUnreadable',
    // Names the position and the expected type, never the answer itself, which may hold a customer's data.
    params: { details: [v.getDotPath(issue) ?? 'body', issue.expected ?? issue.type].join(': ') },
    status: response.statusCode,
    maybeSent: true,
  });
  throw note(connection, unreadable);
}

/** Reports a failure to reach 360dialog to the connection, which keeps the technical details for admins. */
export function note(connection: Connection, trouble: AppError): AppError {
  if (trouble.kind === 'unreachable') {
    connection.note?.(trouble);
  }
  return trouble;
}
