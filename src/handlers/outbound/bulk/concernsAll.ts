import type { PersonOutcome } from '../../records/templateJobs';

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
