import { AppError } from '../core/errors/AppError';
import { reasonOf } from '../core/errors/describeError';

interface Breakdown {
  pattern: RegExp;
  key: string;
  /** True when there was no connection, so that the request cannot have left. */
  unsent: boolean;
}

/** How failures of a fetch are worded by Node, undici, node-fetch, Deno and Rocket.Chat. */
const breakdowns: readonly Breakdown[] = [
  { pattern: /ENOTFOUND|EAI_AGAIN|getaddrinfo|dns error/i, key: 'errors:hostUnknown', unsent: true },
  { pattern: /certificate|self.signed|CERT_|ERR_TLS|ERR_SSL|EPROTO/i, key: 'errors:certificateBad', unsent: true },
  {
    pattern:
      /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|connect E?TIMED?OUT|UND_ERR_CONNECT|before secure TLS|ssrf|trying to connect|error \(connect\)/i,
    key: 'errors:unreachable',
    unsent: true,
  },
  { pattern: /time?d?.?out|ETIMEDOUT|abort/i, key: 'errors:timedOut', unsent: false },
];
const BROKEN: Omit<Breakdown, 'pattern'> = { key: 'errors:connectionBroke', unsent: false };

/**
 * The error for a request that got no answer. The text decides, because errors of Rocket.Chat's HTTP bridge reach an
 * app only as text. An unknown text counts as a connection that broke after the request was written, so repeating the
 * request could have its effect twice. `status` stays empty; `maybeSent` says whether 360dialog may have read the
 * request.
 */
export function readUnreachable(thrown: unknown, apiKey: string): AppError {
  const text = hideKey(reasonOf(thrown), apiKey);
  const { key, unsent } = breakdowns.find(({ pattern }) => pattern.test(text)) ?? BROKEN;
  return new AppError({
    kind: 'unreachable',
    key,
    retry: unsent ? 'now' : 'later',
    retryAfterMs: unsent ? undefined : 2000,
    params: { details: text },
    maybeSent: !unsent,
    // The thrown error itself is not kept, because its text may repeat the request's headers.
    cause: new Error(text),
  });
}

/** Removes an API key from a text of another system. A server may repeat the key that it refused. */
export function hideKey(text: string, apiKey: string): string {
  return apiKey === '' ? text : text.replaceAll(apiKey, '***').replaceAll(encodeURIComponent(apiKey), '***');
}

/** Characters. A longer line would widen the message that shows it. */
const LONGEST = 80;

/** A failure in one line for support: its name, the HTTP status, and the reason. */
export function technically({ key, status, params }: Pick<AppError, 'key' | 'status' | 'params'>): string {
  const { details = '' } = params;
  // Some HTTP clients put the request's address before the reason.
  const reason = String(details)
    .replace(/\s+/g, ' ')
    .replace(/^.*\breason: /, '');
  const facts = [key.replace(/^errors:/, ''), status && `HTTP ${status}`, reason !== `HTTP ${status ?? ''}` && reason];
  const line = facts.filter(Boolean).join(', ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
