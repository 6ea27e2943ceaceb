import { numberForm } from '../../blocks/numberForm';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import type { Translate } from '../../handlers/translation/Translate';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { FieldErrors, NumberForm } from '../../machines/NumberForm';
import type { Scene, Screen } from '../Flow';
import { departmentField } from './departmentField';

/** The form with what was typed, and its errors for under the fields. */
export async function formScreen(
  scene: Scene,
  { form, errors, editing }: { form: NumberForm; errors: FieldErrors; editing: boolean },
): Promise<Screen> {
  const { t, host } = scene;
  const sentences = sentencesOf(errors, t);
  const model = {
    editing,
    form,
    ...(await departmentField(host, form.departmentId)),
    problems: Object.fromEntries(scene.redraws ? sentences : []),
  };
  return {
    kind: 'modal',
    modal: numberForm({ appId: host.app.id, t }, model),
    errors: sentences.length > 0 ? Object.fromEntries(sentences) : undefined,
  };
}

/** A connected number as the Edit modal shows it; the key is never shown again. */
export function formOf(number: ConnectedNumber): NumberForm {
  return {
    apiKey: '',
    phoneNumber: formatPhone(number.digits),
    departmentId: number.departmentId ?? '',
    welcomeMessage: number.welcomeMessage ?? '',
    finishedMessage: number.finishedMessage ?? '',
    offlineMessage: number.offlineMessage ?? '',
  };
}

/** The three texts that customers get by themselves, as they are stored with a number; an empty one is none. */
export function textsOf(
  form: NumberForm,
): Pick<ConnectedNumber, 'welcomeMessage' | 'finishedMessage' | 'offlineMessage'> {
  return {
    welcomeMessage: form.welcomeMessage.trim() || undefined,
    finishedMessage: form.finishedMessage.trim() || undefined,
    offlineMessage: form.offlineMessage.trim() || undefined,
  };
}

/** What is said elsewhere of a stored key does not fit one that was just typed: the next step is another one. */
const inForm: Readonly<Record<string, string>> = { 'errors:keyRefused': 'errors:keyNotAccepted' };

/** The sentences of a form's errors, by field. */
export function sentencesOf(errors: FieldErrors, t: Translate): (readonly [field: string, sentence: string])[] {
  return Object.entries(errors).map(([field, { key, params }]) => [field, t(inForm[key] ?? key, params)] as const);
}

/** All sentences of a form's errors, for a place that has no fields. */
export function describeErrors(errors: FieldErrors, t: Translate): string {
  return sentencesOf(errors, t)
    .map(([, sentence]) => sentence)
    .join(' ');
}
