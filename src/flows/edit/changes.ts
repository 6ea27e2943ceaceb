import { NO_DEPARTMENT } from '../../blocks/numberForm';
import { readApiKey } from '../../handlers/dialog360/readCredentials';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { readNumbers } from '../../handlers/records/numbers';
import type { Translate } from '../../handlers/translation/Translate';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { EditEvent } from '../../machines/editNumber';
import type { NumberForm } from '../../machines/NumberForm';
import type { Scene } from '../Flow';
import { departmentOf } from '../number/departmentField';
import { textsOf } from '../number/formScreen';

/** A form as it was opened, and as it was submitted. */
interface EditedForm {
  opened: NumberForm;
  form: NumberForm;
}

const TEXTS = ['welcomeMessage', 'finishedMessage', 'offlineMessage'] as const;

/** The texts that this admin changed; those that somebody else changed while the form was open stay as they are. */
export function textChanges({ opened, form }: EditedForm): Partial<Pick<ConnectedNumber, (typeof TEXTS)[number]>> {
  const [before, after] = [textsOf(opened), textsOf(form)];
  return Object.fromEntries(TEXTS.filter((id) => before[id] !== after[id]).map((id) => [id, after[id]]));
}

/** The department, where this admin chose another one; what somebody else chose meanwhile stays otherwise. */
export async function departmentChange(
  scene: Scene,
  { opened, form }: EditedForm,
): Promise<Pick<ConnectedNumber, 'departmentId' | 'departmentName'>> {
  return chosen(opened.departmentId) === chosen(form.departmentId)
    ? {}
    : { departmentId: undefined, departmentName: undefined, ...(await departmentOf(scene, form)) };
}

/** "None" is a choice of the form; where nothing was chosen it is what the form shows. */
function chosen(departmentId: string): string {
  return departmentId || NO_DEPARTMENT;
}

/** The facts of a number that an admin changes, with the name that the form gives them. */
const facts = [
  ['apiKey', 'connect:apiKeyName'],
  ['departmentName', 'connect:department'],
  ['welcomeMessage', 'connect:welcomeMessageName'],
  ['finishedMessage', 'connect:finishedMessageName'],
  ['offlineMessage', 'connect:offlineMessageName'],
] as const;

/** The names of what differs between two versions of a number; never the values, a key is among them. */
export function listChanges(before: ConnectedNumber, after: ConnectedNumber, t: Translate): string[] {
  return facts.filter(([fact]) => before[fact] !== after[fact]).map(([, name]) => t(name));
}

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
