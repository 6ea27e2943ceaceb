import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { noteLateFailure, personOfList } from './bulkFailures';
import type { PersonOutcome } from './templateJobs';
import { wishFor } from './templateJobs';
import type { Undelivered } from '../failures/reportElsewhere';
import { tellEnd } from './tellBulk';

/**
 * Failures that are no single person's: of the template, of the number, of the account. Everybody else of a list would fail
 * for the same reason, and be told so one by one.
 */
const OF_ALL: ReadonlySet<string> = new Set([
  'errors:accountBlocked',
  'errors:displayNameMissing',
  'errors:flowBlocked',
  'errors:flowThrottled',
  'errors:keyRefused',
  'errors:marketingTemplatesOff',
  'errors:notRegistered',
  'errors:numberNotConnected',
  'errors:paymentProblem',
  'errors:permissionMissing',
  'errors:registrationProblem',
  'errors:spamLimited',
  'errors:templateDisabled',
  'errors:templateMissing',
  'errors:templateParameterCount',
  'errors:templateParameters',
  'errors:templatePaused',
  'errors:templatePolicy',
  'errors:templatesMisclassified',
]);

/** Whether a list is better held than gone on with after this failure. */
export function concernsAll({ key }: Pick<PersonOutcome, 'key'>): boolean {
  return key !== undefined && OF_ALL.has(key);
}

/**
 * A message to somebody of a list failed after WhatsApp had taken it, or after it had waited: the list's result tells of it.
 * A list whose other people would fail for the same reason is held.
 *
 * @returns whether the message went to a list
 */
export async function noteFailureOfList(host: Host, undelivered: Undelivered, error: unknown): Promise<boolean> {
  const person = personOfList(undelivered);
  if (!person) {
    return false;
  }
  const { key, params, code, maybeSent } =
    error instanceof AppError ? error : new AppError({ kind: 'bug', retry: 'no', key: 'errors:bug' });
  if (!maybeSent) {
    await noteLateFailure(host, person.job, { waId: person.waId, key, params, code });
  }
  if (!maybeSent && concernsAll({ key })) {
    const held = await wishFor(host, person.job, 'hold', { key, params, code });
    await tellEnd(host, held?.isAccepted ? held.job : undefined);
  }
  return true;
}
