import { AppError } from '../../errors/AppError';
import type { Host } from '../../Host';
import { noteLateFailure, personOfList } from '../../records/bulkFailures';
import { wishFor } from '../../records/templateJobs';
import type { Undelivered } from '../Undelivered';
import { concernsAll } from './concernsAll';
import { tellEnd } from './tellBulk';

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
