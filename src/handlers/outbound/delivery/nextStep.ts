import { AppError } from '../../core/errors/AppError';
import type { OutboxEntry } from '../../core/records/Entry';
import { MINUTE, SECOND } from '../../core/durations';

/** A refusal for the moment is tried again for so long, in milliseconds; then the agent decides. */
export const LONGEST = 30 * MINUTE;

/** Milliseconds between two tries at most. A failure that asks for more is the agent's at once. */
const MOST = 5 * MINUTE;

/** Milliseconds before the second try where the failure names none. */
const FIRST = 2 * SECOND;

/** How long to wait for a status of an attempt whose answer was lost, in milliseconds. */
export const STATUS_TIME = 8 * SECOND;

/** How much longer each pause is than the one before. Meta asks for 4^n seconds where one customer gets too much. */
const FACTORS: Readonly<Record<string, number>> = { 'errors:pairLimited': 4 };

/** The next step after a failed attempt. */
export type Step =
  /** Tell the agent: it will not succeed, or it was tried for long enough. */
  | { do: 'tell' }
  /** It was not taken. It is tried again at `due`, epoch milliseconds. */
  | { do: 'wait'; due: number }
  /** Nobody knows whether it was taken. Until `due` a status may tell; then it is tried again, unless this was the last. */
  | { do: 'ask'; due: number; isLast: boolean };

/**
 * The rules of trying again, which `docs/delivery.md` tells in words.
 *
 * @param random from 0 to 1: how much of the jitter (a fifth of the pause, either way) is used
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
    // A success that cannot be read is a success in all likelihood: it is not repeated.
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
