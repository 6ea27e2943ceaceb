import { listCustomers } from '../../whatsapp/phoneNumbers';
import { findDeadLetters } from '../deadLetters';
import type { Check } from './Exam';

/** Are there messages that could not be put into a conversation for days? Whose they are, and why. */
export const checkUndelivered: Check = async ({ host, number }) => {
  const undelivered = await findDeadLetters(host, number.digits);
  const last = undelivered.at(-1);
  if (!last) {
    return [];
  }
  const customers = listCustomers(undelivered.flatMap((each) => each.customers));
  const params = { customers, waiting: undelivered.length, reason: last.reason };
  return [{ level: 'bad', says: { key: 'doctor:undelivered', params } }];
};
