import type { ConnectedNumber } from '../../handlers/records/numbers';
import { formatPhone, sameCustomer } from '../../handlers/whatsapp/phoneNumbers';
import type { FieldErrors } from '../../machines/NumberForm';

/** Why a number cannot be connected beside those that are: its key or the number itself is connected already. */
export function findTaken(
  numbers: readonly ConnectedNumber[],
  wanted: { apiKey?: string; digits?: string },
): FieldErrors {
  const errors: FieldErrors = {};
  const owner = numbers.find(({ apiKey }) => apiKey === wanted.apiKey);
  if (owner) {
    errors.apiKey = { key: 'errors:keyInUse', params: { number: formatPhone(owner.digits) } };
  }
  const { digits } = wanted;
  if (digits !== undefined && numbers.some((each) => sameCustomer(each.digits, digits))) {
    errors.phoneNumber = { key: 'errors:numberInUse', params: { number: formatPhone(digits) } };
  }
  return errors;
}
