import { readApiKey } from '../../handlers/dialog360/readCredentials';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { readNumbers } from '../../handlers/records/numbers';
import { webhookSecret } from '../../handlers/webhookSecret';
import { formatPhone, readPhoneNumber, sameCustomer } from '../../handlers/whatsapp/phoneNumbers';
import type { ConnectEvent } from '../../machines/connectNumber';
import type { FieldErrors, NumberForm } from '../../machines/NumberForm';
import type { Scene } from '../Flow';

/** Checks what was typed, without asking 360dialog: a key, a phone number, and neither of them connected already. */
export async function validateForm({ host }: Scene, form: NumberForm): Promise<ConnectEvent> {
  const key = readApiKey(form.apiKey);
  const phone = readPhoneNumber(form.phoneNumber);
  const apiKey = key.ok ? key.value : undefined;
  const digits = phone.ok ? phone.value.digits : undefined;
  const errors: FieldErrors = {
    ...(key.ok ? {} : { apiKey: key.error }),
    ...(phone.ok ? {} : { phoneNumber: phone.error }),
    ...findTaken(await readNumbers(host), { apiKey, digits }),
  };
  if (apiKey === undefined || digits === undefined || Object.keys(errors).length > 0) {
    return { type: 'FAILED', errors };
  }
  const { visitorSecret } = await host.memory.install.get(host);
  return { type: 'VALID', digits, webhookSecret: webhookSecret(visitorSecret, digits, apiKey) };
}

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
