import { drawingOf } from '../../blocks/elements';
import type { Choice } from '../../blocks/elements';
import type { NumberCardModel } from '../../blocks/numberCard';
import { NO_DEPARTMENT, numberForm } from '../../blocks/numberForm';
import type { Host } from '../../handlers/core/Host';
import { listed } from '../../handlers/core/text';
import type { ConnectedNumber } from '../../handlers/numbers/numbers';
import { readNumbers } from '../../handlers/numbers/numbers';
import { sayCode } from '../../handlers/numbers/sayCode';
import type { Translate } from '../../handlers/core/translator';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { FieldErrors, NumberForm } from '../../machines/numberForm';
import type { Scene, Screen } from '../Flow';

/** The form with the typed values, and the errors under its fields. */
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
    modal: numberForm(drawingOf(scene), model),
    errors: sentences.length > 0 ? Object.fromEntries(sentences) : undefined,
  };
}

/** What the Edit modal shows of a connected number; the key is never shown again. */
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

/** The three automatic texts, as they are stored with a number; an empty one counts as none. */
export function textsOf(
  form: NumberForm,
): Pick<ConnectedNumber, 'welcomeMessage' | 'finishedMessage' | 'offlineMessage'> {
  return {
    welcomeMessage: form.welcomeMessage.trim() || undefined,
    finishedMessage: form.finishedMessage.trim() || undefined,
    offlineMessage: form.offlineMessage.trim() || undefined,
  };
}

/** A key that was just typed needs different advice than a stored key. */
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

/** The field for the department. */
interface DepartmentField {
  departments: Choice[];
  /** The name of the chosen department when it can no longer take conversations and so is not among the choices. */
  goneDepartment?: string;
}

/**
 * The departments to choose from, and whether the chosen one is among them: it may have been deleted, disabled, or have
 * lost its agents. A deleted one is shown by the name that was stored with the number.
 */
export async function departmentField(host: Host, chosen: string): Promise<DepartmentField> {
  const departments = await departmentChoices(host);
  if (!chosen || chosen === NO_DEPARTMENT || departments.some(({ value }) => value === chosen)) {
    return { departments };
  }
  const department = await host.read.getLivechatReader().getLivechatDepartmentByIdOrName(chosen);
  const numbers = await readNumbers(host);
  const stored = numbers.find(({ departmentId }) => departmentId === chosen)?.departmentName;
  return { departments, goneDepartment: department?.name ?? stored ?? chosen };
}

/**
 * The departments that can take conversations: enabled, and with agents. There are none when an admin did not grant the
 * app the permission to read them: the engine then answers nothing, and a number works without a department.
 */
export async function departmentChoices(host: Host): Promise<Choice[]> {
  const reader = host.read.getLivechatReader();
  const departments = listed(await reader.getDepartmentsEnabledWithAgents());
  return departments.map(({ id, name }) => ({ value: id, text: name ?? id }));
}

/** The chosen department as it is stored with a number; nothing for "none". */
export async function departmentOf(
  { host }: Scene,
  { departmentId }: NumberForm,
): Promise<Pick<ConnectedNumber, 'departmentId' | 'departmentName'>> {
  if (!departmentId || departmentId === NO_DEPARTMENT) {
    return {};
  }
  const department = await host.read.getLivechatReader().getLivechatDepartmentByIdOrName(departmentId);
  return { departmentId, departmentName: department?.name };
}

/** What a card shows of a connected number: never its key or its secret. */
export function cardOf(number: ConnectedNumber, t: Translate): NumberCardModel {
  const { digits, displayName, departmentName, quality, messagingLimit } = number;
  return {
    digits,
    number: formatPhone(digits),
    displayName,
    department: departmentName,
    quality: quality && sayCode(quality, t),
    messagingLimit: messagingLimit && sayCode(messagingLimit, t),
  };
}
