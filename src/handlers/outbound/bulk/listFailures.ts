import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { changeSince, refusalOf, seenOf } from '../../numbers/templates/sendableTemplates';
import type { CachedTemplate } from '../../numbers/templates/templates';
import { noteLateFailure, personOfList } from './bulkFailures';
import type { PersonOutcome, TemplateJob } from './templateJobs';
import { wishFor } from './templateJobs';
import type { FailureReport } from '../failures/reportElsewhere';
import { tellEnd } from './tellBulk';

/**
 * Failures of the template, the number or the account, which affect everybody on a list. Without a pause, every other
 * message would fail for the same reason.
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

/** Whether a list should be paused after this failure. */
export function concernsAll({ key }: Pick<PersonOutcome, 'key'>): boolean {
  return key !== undefined && OF_ALL.has(key);
}

/**
 * Why a list stops before the next person: its template was paused, rejected, hidden or removed meanwhile, or it differs from
 * what the sender saw. The job of a program does not stop: WhatsApp's answers tell the program.
 */
export async function stopOf(
  host: Host,
  job: Pick<TemplateJob, 'origin' | 'seen'>,
  template: CachedTemplate | undefined,
): Promise<TemplateJob['problem']> {
  if (job.origin !== 'bulk') {
    return undefined;
  }
  const refusal = refusalOf(template, await host.memory.settings.get('hiddenTemplates'));
  if (!template || refusal) {
    return refusal;
  }
  const change = changeSince(job.seen, template, await translatorOf(host));
  if (!change) {
    return undefined;
  }
  const seen = seenOf(template);
  if (change.what === 'contents') {
    return { key: 'bulk:changed', seen };
  }
  return { key: change.isDearer ? 'bulk:nowMarketing' : 'bulk:recategorised', params: change.params, seen };
}

/**
 * Handles a message to a person of a list that failed after WhatsApp took it, or after it had waited: the list's result
 * shows it. If everybody else would fail for the same reason, the list is paused.
 *
 * @returns whether the message went to a list
 */
export async function noteFailureOfList(host: Host, undelivered: FailureReport, error: unknown): Promise<boolean> {
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
