import { section } from '../blocks/elements';
import { numberCard } from '../blocks/numberCard';
import { NO_DEPARTMENT } from '../blocks/numberForm';
import { readApiKey } from '../handlers/core/settings/readCredentials';
import type { ConnectedNumber } from '../handlers/numbers/numbers';
import { readNumbers, saveNumber } from '../handlers/numbers/numbers';
import { refreshSoon } from '../handlers/numbers/templates/fetchTemplates';
import type { Translate } from '../handlers/core/translator';
import { formatPhone } from '../handlers/whatsapp/phoneNumbers';
import type { EditEvent } from '../machines/editNumber';
import { editNumber } from '../machines/editNumber';
import type { NumberForm } from '../machines/numberForm';
import type { Scene, Screen } from './Flow';
import { createFlow } from './Flow';
import { checkKey, registerWebhook } from './number/checkKey';
import { cardOf, departmentOf, describeErrors, formScreen, textsOf } from './number/numberModels';
import { sayInSetupRoom, sayLate } from './sayToUser';
import { modalOf, noticeOf, progressOf } from './screens';

/** Changing a number: the same modal, the same checks when the key is new, and the message in the setup channel. */
export const editFlow = createFlow({
  id: 'edit',
  version: 2,
  machine: editNumber,
  handlers: {
    validateChanges: ({ digits, form }, scene) => validateChanges(scene, digits, form),
    checkKey: async ({ digits, form }, scene): Promise<EditEvent> => {
      const check = await checkKey(scene, form.apiKey, digits);
      // The number is not a field of this form, so an error about it belongs to the new key.
      const wrong = check.type === 'FAILED' ? check.errors.phoneNumber : undefined;
      return wrong ? { type: 'FAILED', errors: { apiKey: wrong } } : check;
    },
    registerWebhook: async ({ digits, form }, scene) => {
      const number = await find(scene, digits);
      return registerWebhook(scene, form.apiKey, number?.webhookSecret ?? '');
    },
    storeChanges: async ({ digits, opened, form, facts }, scene): Promise<EditEvent> => {
      const before = await find(scene, digits);
      if (!before) {
        const errors = { apiKey: { key: 'errors:numberGone', params: { number: formatPhone(digits) } } };
        return { type: 'FAILED', errors };
      }
      const apiKey = form.apiKey || before.apiKey;
      const siteUrl = apiKey === before.apiKey ? before.siteUrl : await scene.host.memory.siteUrl.get(scene.host);
      const after: ConnectedNumber = {
        ...before,
        ...facts,
        apiKey,
        siteUrl,
        ...(await departmentChange(scene, { opened, form })),
        ...textChanges({ opened, form }),
      };
      await saveNumber(scene.host, after);
      if (after.apiKey !== before.apiKey) {
        await refreshSoon(scene.host, 0);
      }
      return { type: 'STORED', changes: listChanges(before, after, scene.t) };
    },
    announceChanges: ({ digits, changes }, scene) => announce(scene, digits, changes),
  },
  late: {
    filling: ({ digits, errors }, scene) => {
      const params = { number: formatPhone(digits), reason: describeErrors(errors, scene.t) };
      return sayLate(scene, scene.t('connect:notSaved', params));
    },
  },
  screens: {
    filling: ({ form, errors }, scene) => formScreen(scene, { form, errors, editing: true }),
    validating: (_, scene) => progress(scene),
    checking: (_, scene) => progress(scene),
    registering: (_, scene) => progress(scene),
    storing: (_, scene) => progress(scene),
    changed: (_, scene) => noticeOf(scene, { title: scene.t('connect:editTitle'), text: scene.t('connect:saved') }),
  },
});

function progress(scene: Scene): Screen {
  return modalOf(progressOf(scene, { title: scene.t('connect:editTitle'), doing: scene.t('connect:checking') }));
}

async function find(scene: Scene, digits: string): Promise<ConnectedNumber | undefined> {
  return (await readNumbers(scene.host)).find((each) => each.digits === digits);
}

async function announce(scene: Scene, digits: string, changes: readonly string[]): Promise<void> {
  const number = await find(scene, digits);
  if (!number || changes.length === 0) {
    return;
  }
  const text = scene.t('numbers:changed', {
    number: formatPhone(digits),
    changes: changes.join(scene.t('doctor:comma')),
  });
  await sayInSetupRoom(scene, (drawing) => ({
    text,
    blocks: [section(drawing, 'number-changed', text), ...numberCard(drawing, cardOf(number, drawing.t))],
  }));
}

/** The values of a form when it was opened and when it was submitted. */
interface EditedForm {
  opened: NumberForm;
  form: NumberForm;
}

const TEXTS = ['welcomeMessage', 'finishedMessage', 'offlineMessage'] as const;

/** The texts that this admin changed. Texts that somebody else changed while the form was open stay as they are. */
export function textChanges({ opened, form }: EditedForm): Partial<Pick<ConnectedNumber, (typeof TEXTS)[number]>> {
  const [before, after] = [textsOf(opened), textsOf(form)];
  return Object.fromEntries(TEXTS.filter((id) => before[id] !== after[id]).map((id) => [id, after[id]]));
}

/**
 * The department, if this admin chose another one. Otherwise the one that somebody else may have chosen meanwhile
 * stays.
 */
export async function departmentChange(
  scene: Scene,
  { opened, form }: EditedForm,
): Promise<Pick<ConnectedNumber, 'departmentId' | 'departmentName'>> {
  return chosen(opened.departmentId) === chosen(form.departmentId)
    ? {}
    : { departmentId: undefined, departmentName: undefined, ...(await departmentOf(scene, form)) };
}

/** "None" is a choice of the form. Without a choice, the department that the form shows counts. */
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

/** The names of the facts that differ between two versions of a number. Values are never listed, because the key is one of them. */
export function listChanges(before: ConnectedNumber, after: ConnectedNumber, t: Translate): string[] {
  return facts.filter(([fact]) => before[fact] !== after[fact]).map(([, name]) => t(name));
}

/** Checks the changes without asking 360dialog: the number is still connected, and no other number has the new key. */
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
