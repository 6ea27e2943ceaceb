import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { LateFailure } from './bulkFailures';
import type { Entry } from '../../core/records/Entry';
import type { PersonOutcome, TemplateJob, TemplatePerson } from './templateJobs';
import type { Translate } from '../../core/translator';

/** The result of one person of a list. */
export interface PersonLine {
  state: string;
  reason?: string;
}

const stateWords: Readonly<Record<TemplateJob['state'], string>> = {
  draft: 'bulk:draft',
  running: 'bulk:running',
  paused: 'bulk:paused',
  cancelled: 'bulk:cancelled',
  done: 'bulk:done',
};

/** The state of a list, with the reason if the app paused it. */
export function sayState({ state, problem }: Pick<TemplateJob, 'state' | 'problem'>, t: Translate): string {
  if (!problem) {
    return t(stateWords[state]);
  }
  return t(problem.seen ? 'bulk:heldToAsk' : 'bulk:held', { reason: sayReason(problem, t) ?? '' });
}

const outcomeWords: Readonly<Record<PersonOutcome['state'], string>> = {
  sent: 'bulk:personSent',
  waiting: 'bulk:personWaiting',
  uncertain: 'bulk:personUncertain',
  failed: 'bulk:personFailed',
  skipped: 'bulk:personSkipped',
};

const deliveryWords: Readonly<Record<string, string>> = {
  delivered: 'bulk:personDelivered',
  read: 'bulk:personRead',
  played: 'bulk:personRead',
  failed: 'bulk:personFailed',
};

/**
 * The state of a person on a list. The current state of their message replaces the result of sending it.
 *
 * @param records of their batch
 */
export function sayPerson(
  { waId, outcome }: TemplatePerson,
  { records, late, t }: { records: readonly Entry[]; late: ReadonlyMap<string, LateFailure>; t: Translate },
): PersonLine {
  const piece = `to ${waId}`;
  const own = records.filter((entry) => 'piece' in entry && entry.piece === piece);
  // After a temporary failure the message is sent again and has a second record.
  const link = own.filter((entry) => entry.kind === 'link').at(-1);
  const failure = late.get(waId);
  const delivery = link && deliveryWords[link.delivery ?? ''];
  if (delivery !== undefined && link?.delivery !== 'failed') {
    return { state: t(delivery) };
  }
  if (failure) {
    return { state: t('bulk:personFailed'), reason: sayReason(failure, t) };
  }
  if (link) {
    return { state: t(delivery ?? 'bulk:personSent'), reason: link.reason };
  }
  if (outcome?.state === 'uncertain' || own.some((entry) => entry.kind === 'outbox' && entry.told === true)) {
    return { state: t('bulk:personUncertain') };
  }
  return outcome
    ? { state: t(outcomeWords[outcome.state]), reason: sayReason(outcome, t) }
    : { state: t('bulk:personNext') };
}

function sayReason(
  { key, params, code }: Pick<PersonOutcome, 'key' | 'params' | 'code'>,
  t: Translate,
): string | undefined {
  return key === undefined
    ? undefined
    : describeError(new AppError({ kind: 'refused', retry: 'no', key, params, code }), t);
}
