import type { Answer } from '../api/Answer';
import { accessError } from '../errors/metaError';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';

const HOUR_MS = 3_600_000;

type Counted = Pick<NumberRecord, 'phoneNumber'>;

/**
 * 360dialog blocks media GETs of a number for an hour after 5 error answers within an hour (docs.360dialog.com, media
 * download limitation; another page says 20 and half an hour). Runs the GET unless blocked.
 */
export function withMediaBlock(simulator: Simulator, number: Counted, get: () => Answer): Answer {
  return isBlocked(simulator, number)
    ? accessError(403, 'The endpoint is blocked', simulator.switches.current().authErrorShape)
    : get();
}

/** Counts the answer to a media GET, faults included. */
export function countMediaAnswer(simulator: Simulator, number: Counted, { status }: Answer): void {
  const { limits, clock, switches } = simulator;
  if (isBlocked(simulator, number)) return;
  const now = clock.now();
  const before = (limits.mediaErrors.get(number.phoneNumber) ?? []).filter((at) => at > now - HOUR_MS);
  // Failed requests that led to an earlier block do not count for the next one.
  const kept = before.length >= switches.current().mediaErrorsBeforeBlock ? [] : before;
  limits.mediaErrors.set(number.phoneNumber, status >= 400 ? [...kept, now] : kept);
}

function isBlocked({ limits, clock, switches }: Simulator, { phoneNumber }: Counted): boolean {
  const { mediaErrorsBeforeBlock, mediaBlockMs } = switches.current();
  const errors = limits.mediaErrors.get(phoneNumber) ?? [];
  const last = errors.at(-1);
  return errors.length >= mediaErrorsBeforeBlock && last !== undefined && clock.now() < last + mediaBlockMs;
}
