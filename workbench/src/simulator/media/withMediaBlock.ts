import type { Answer } from '../api/Answer';
import { accessError } from '../errors/accessError';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/NumberRecord';

const HOUR_MS = 3_600_000;

/**
 * 360dialog blocks media GETs of a number for an hour after 5 error answers within an hour (docs.360dialog.com, media
 * download limitation; another page says 20 and half an hour). Runs the GET unless blocked, and counts its failure.
 */
export function withMediaBlock(simulator: Simulator, { phoneNumber }: NumberRecord, get: () => Answer): Answer {
  const { limits, clock, switches } = simulator;
  const { mediaErrorsBeforeBlock, mediaBlockMs, authErrorShape } = switches.current();
  const now = clock.now();
  const errors = (limits.mediaErrors.get(phoneNumber) ?? []).filter((at) => at > now - HOUR_MS);
  const last = errors.at(-1);
  if (errors.length >= mediaErrorsBeforeBlock && last !== undefined && now < last + mediaBlockMs) {
    return accessError(403, 'The endpoint is blocked', authErrorShape);
  }
  const kept = errors.length >= mediaErrorsBeforeBlock ? [] : errors;
  const answer = get();
  limits.mediaErrors.set(phoneNumber, answer.status >= 400 ? [...kept, now] : kept);
  return answer;
}
