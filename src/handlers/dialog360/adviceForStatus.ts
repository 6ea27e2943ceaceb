import type { ErrorAdvice } from '../errors/ErrorAdvice';
import { refused } from '../errors/refused';

const byStatus: Readonly<Record<number, ErrorAdvice>> = {
  401: refused('keyRefused'),
  402: refused('paymentProblem'),
  403: refused('permissionMissing'),
  404: refused('notFound'),
  410: refused('notFound'),
  408: { kind: 'unreachable', retry: 'later', retryAfterMs: 2000, key: 'errors:timedOut' },
  413: refused('tooLarge'),
  429: { kind: 'refused', retry: 'later', retryAfterMs: 60_000, key: 'errors:callsLimited' },
  504: { kind: 'unreachable', retry: 'later', retryAfterMs: 5000, key: 'errors:timedOut' },
};

/** What an HTTP status means where neither a code nor a known text says it. */
export function adviceForStatus(status: number): ErrorAdvice {
  const outage: ErrorAdvice = { kind: 'unreachable', retry: 'later', retryAfterMs: 5000, key: 'errors:dialog360Down' };
  return byStatus[status] ?? (status >= 500 ? outage : refused('refused'));
}
