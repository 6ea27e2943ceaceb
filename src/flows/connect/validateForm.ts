import { randomBytes } from 'crypto';
import { readApiKey } from '../../handlers/dialog360/readApiKey';
import { readPhoneNumber } from '../../handlers/phone/readPhoneNumber';
import { sameCustomer } from '../../handlers/phone/sameCustomer';
import type { ConnectEvent } from '../../machines/connectNumber';
import type { FieldErrors, NumberForm } from '../../machines/NumberForm';
import { readNumbers } from '../../handlers/records/numbers';
import { formatPhone } from '../../handlers/phone/formatPhone';
import type { Scene } from '../Scene';

/** Checks what was typed, without asking 360dialog: a key, a phone number, and neither of them connected already. */
export async function validateForm(scene: Scene, form: NumberForm): Promise<ConnectEvent> {
  const numbers = await readNumbers(scene.host);
  const errors: FieldErrors = {};
  const key = readApiKey(form.apiKey);
  const phone = readPhoneNumber(form.phoneNumber);
  if (!key.ok) {
    errors.apiKey = key.error;
  }
  const owner = key.ok ? numbers.find(({ apiKey }) => apiKey === key.value) : undefined;
  if (owner) {
    errors.apiKey = { key: 'errors:keyInUse', params: { number: formatPhone(owner.digits) } };
  }
  if (!phone.ok) {
    errors.phoneNumber = phone.error;
  } else if (numbers.some(({ digits }) => sameCustomer(digits, phone.value.digits))) {
    errors.phoneNumber = { key: 'errors:numberInUse', params: { number: phone.value.international } };
  }
  return phone.ok && Object.keys(errors).length === 0
    ? { type: 'VALID', digits: phone.value.digits, webhookSecret: randomBytes(32).toString('hex') }
    : { type: 'FAILED', errors };
}
