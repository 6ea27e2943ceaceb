import { AppError } from './AppError';
import type { AppErrorFacts, ErrorAdvice } from './AppError';
import { findAdvice, refused } from './errorCodes';

const UNKNOWN = refused('refused');
/** Milliseconds; where Meta calls a failure transient and nothing says how long it lasts. */
const TRANSIENT_PAUSE = 2000;

/** A refusal of Meta or 360dialog, from an HTTP answer or from the `errors` of a failed status. */
interface Refusal extends Pick<AppErrorFacts, 'code' | 'status' | 'cause' | 'retryAfterMs'> {
  subcode?: number;
  /** The most precise text that came with it; the code or the status stands in where there was none. */
  details?: string;
  /** Meta's `is_transient`: the same request may pass later. */
  transient?: boolean;
}

/**
 * The error of a refusal. The code decides what it means; without a known one `otherwise` does, and a code that nobody
 * told us of still keeps its text, so that nothing is swallowed.
 */
export function createRefusal(refusal: Refusal, otherwise: ErrorAdvice = UNKNOWN): AppError {
  const { code, subcode, status, details, transient, cause } = refusal;
  // Code 0 is "authentication failed" with 401; with other statuses it only means that there is no better code.
  const telling = code !== undefined && (code !== 0 || status === undefined || status === 401);
  const advice = (telling ? findAdvice(code, subcode) : undefined) ?? otherwise;
  const retry = transient && advice.key === UNKNOWN.key ? 'later' : advice.retry;
  return new AppError({
    ...advice,
    retry,
    retryAfterMs: retry === 'later' ? (refusal.retryAfterMs ?? advice.retryAfterMs ?? TRANSIENT_PAUSE) : undefined,
    params: { details: details ?? nameOf(code, status), ...(code === undefined ? {} : { code }) },
    code,
    status,
    cause,
  });
}

function nameOf(code: number | undefined, status: number | undefined): string {
  return code === undefined ? `HTTP ${status ?? '?'}` : `(#${code})`;
}
