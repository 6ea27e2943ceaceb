import { AppError } from '../errors/AppError';
import { reasonOf } from '../errors/reasonOf';
import { hideKey } from './hideKey';

interface Breakdown {
  pattern: RegExp;
  key: string;
  /** The request cannot have left: nothing was connected. */
  unsent: boolean;
}

/** How a fetch words its failures: Node's and undici's error codes, node-fetch, Deno, and Rocket.Chat's own texts. */
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
 * The error of a request that got no answer. Errors of Rocket.Chat's HTTP bridge reach an app as an Error with a text
 * and nothing else, those of the sandbox's own fetch with a cause, so the texts decide; one that we do not know counts as a connection that broke after writing, the
 * case where repeating can double. `status` stays empty, `maybeSent` says whether the request may have been read.
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
    // Not the thrown error itself: its text is the bridge's, and may repeat the request's headers.
    cause: new Error(text),
  });
}
