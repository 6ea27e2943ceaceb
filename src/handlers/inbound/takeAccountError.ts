import { readStatusError } from '../dialog360/readStatusError';
import { describeError } from '../errors/describeError';
import { translatorOf } from '../translation/translatorOf';
import { warnAdmins } from '../warnings/warnAdmins';
import { formatPhone } from '../whatsapp/phoneNumbers';
import type { Task } from './Task';

/** Trouble of the number that belongs to no message: the setup channel is told, once a day for each kind. */
export async function takeAccountError({ host, event, number }: Task<'account-error'>): Promise<void> {
  const error = readStatusError(event.errors);
  const day = new Date(event.timestamp ?? Date.now()).toISOString().slice(0, 10);
  const params = { number: formatPhone(number.digits), reason: describeError(error, await translatorOf(host)) };
  await warnAdmins(host, `error ${number.digits} ${error.code ?? error.key} ${day}`, 'warnings:accountError', params);
}
