import { readApiKey } from '../../handlers/dialog360/readCredentials';
import { readNumbers } from '../../handlers/records/numbers';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { EditEvent } from '../../machines/editNumber';
import type { NumberForm } from '../../machines/NumberForm';
import type { Scene } from '../Scene';

/** Checks what was changed, without asking 360dialog: the number is still connected, and a new key is nobody else's. */
export async function validateChanges(scene: Scene, digits: string, form: NumberForm): Promise<EditEvent> {
  const numbers = await readNumbers(scene.host);
  const number = numbers.find((each) => each.digits === digits);
  if (!number) {
    return {
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:numberGone', params: { number: formatPhone(digits) } } },
    };
  }
  if (form.apiKey === '') {
    return { type: 'VALID', keyChanged: false };
  }
  const key = readApiKey(form.apiKey);
  if (!key.ok) {
    return { type: 'FAILED', errors: { apiKey: key.error } };
  }
  const owner = numbers.find(({ apiKey }) => apiKey === key.value);
  return owner && owner.digits !== digits
    ? { type: 'FAILED', errors: { apiKey: { key: 'errors:keyInUse', params: { number: formatPhone(owner.digits) } } } }
    : { type: 'VALID', keyChanged: owner === undefined };
}
