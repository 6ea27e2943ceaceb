import { AppError } from '../../core/errors/AppError';
import type { OutboxEntry } from '../../core/records/Entry';
import { MINUTE, SECOND } from '../../core/durations';

/** How long a temporary refusal is retried, in milliseconds; after that the agent decides. */
export const LONGEST = 30 * MINUTE;

/** The most milliseconds between two attempts. A failure that requires a longer pause goes to the agent at once. */
const MOST = 5 * MINUTE;

/** Milliseconds before the second attempt when the failure names no pause. */
const FIRST = 2 * SECOND;

/** How long to wait for a status of an attempt whose answer was lost, in milliseconds. */
export const STATUS_TIME = 8 * SECOND;

/** The factor from each pause to the next. Meta asks for 4^n seconds when one customer gets too many messages. */
const FACTORS: Readonly<Record<string, number>> = { 'errors:pairLimited': 4 };

/** The next step after a failed attempt. */
export type Step =
  /** Report it to the agent: it cannot succeed, or it was tried for long enough. */
  | { do: 'tell' }
  /** WhatsApp did not take it. It is tried again at `due`, epoch milliseconds. */
  | { do: 'wait'; due: number }
  /**
   * It is unknown whether WhatsApp took it. A status may report it until `due`; then it is tried again, unless this was
   * the last attempt.
   */
  | { do: 'ask'; due: number; isLast: boolean };

/**
 * The rules for retries. `docs/delivery.md` explains them.
 *
 * @param random from 0 to 1: the position within the jitter, which is up to a fifth of the pause in either direction
 */
export function nextStep(
  error: unknown,
  { tries = 0, since, uncertain = false }: Pick<OutboxEntry, 'tries' | 'since' | 'uncertain'>,
  { now = Date.now(), random = Math.random() }: { now?: number; random?: number } = {},
): Step {
  if (!(error instanceof AppError)) {
    return { do: 'tell' };
  }
  if (error.maybeSent) {
    // A successful answer that cannot be parsed most likely is a success, so the request is not repeated.
    const isSuccess = error.status !== undefined && error.status < 300;
    return { do: 'ask', due: now + STATUS_TIME, isLast: uncertain || isSuccess };
  }
  const first = error.retryAfterMs ?? FIRST;
  if (error.retry === 'no' || first > MOST) {
    return { do: 'tell' };
  }
  const pause = Math.min(first * (FACTORS[error.key] ?? 2) ** tries, MOST);
  const due = Math.round(now + pause * (0.8 + random * 0.4));
  return due - (since ?? now) > LONGEST ? { do: 'tell' } : { do: 'wait', due };
}
