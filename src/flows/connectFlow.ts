import type { SnapshotFrom } from 'xstate';
import { section } from '../blocks/elements';
import { numberCard } from '../blocks/numberCard';
import { shortcutList } from '../blocks/setupMessages';
import { readApiKey } from '../handlers/core/settings/readCredentials';
import type { ConnectedNumber } from '../handlers/numbers/numbers';
import { readNumbers, saveNumber } from '../handlers/numbers/numbers';
import { refreshSoon } from '../handlers/numbers/templates/fetchTemplates';
import { webhookSecret } from '../handlers/numbers/webhookSecret';
import { formatPhone, readPhoneNumber, sameCustomer } from '../handlers/whatsapp/phoneNumbers';
import type { ConnectEvent } from '../machines/connectNumber';
import { connectNumber } from '../machines/connectNumber';
import type { FieldErrors, NumberForm } from '../machines/numberForm';
import type { Scene, Screen } from './Flow';
import { createFlow } from './Flow';
import { checkKey, registerWebhook } from './number/checkKey';
import { cardOf, departmentOf, describeErrors, formScreen, textsOf } from './number/numberModels';
import { sayInSetupRoom, sayLate } from './sayToUser';
import { tellSetup } from './setupFlow';
import { modalOf, noticeOf, progressOf } from './screens';

/** Connecting a number: the modal, the checks behind it, and the message in the setup channel. */
export const connectFlow = createFlow({
  id: 'connect',
  version: 1,
  machine: connectNumber,
  handlers: {
    validateForm: ({ form }, scene) => validateForm(scene, form),
    checkKey: ({ form, digits }, scene) => checkKey(scene, form.apiKey, digits),
    registerWebhook: ({ form, webhookSecret }, scene) => registerWebhook(scene, form.apiKey, webhookSecret),
    storeNumber: (context, scene) => scene.host.memory.locks.run('connect', () => storeNumber(context, scene)),
    announceNumber: async ({ digits }, scene) => {
      await announce(scene, digits);
      await tellSetup(scene, { type: 'NUMBER_CONNECTED' });
    },
  },
  late: {
    filling: ({ form, digits, errors }, scene) => {
      const number = digits ? formatPhone(digits) : form.phoneNumber;
      return sayLate(scene, scene.t('connect:notConnected', { number, reason: describeErrors(errors, scene.t) }));
    },
  },
  screens: {
    filling: ({ form, errors }, scene) => formScreen(scene, { form, errors, editing: false }),
    validating: (_, scene) => progress(scene),
    checking: (_, scene) => progress(scene),
    registering: (_, scene) => progress(scene),
    storing: (_, scene) => progress(scene),
    connected: (_, scene) => noticeOf(scene, { title: scene.t('connect:title'), text: scene.t('connect:success') }),
  },
});

function progress(scene: Scene): Screen {
  return modalOf(progressOf(scene, { title: scene.t('connect:title'), doing: scene.t('connect:checking') }));
}

/** Stores the number, unless somebody else connected it during the request to 360dialog. */
async function storeNumber(
  { form, digits, webhookSecret, facts }: SnapshotFrom<typeof connectNumber>['context'],
  scene: Scene,
): Promise<ConnectEvent> {
  const apiKey = form.apiKey;
  const errors = findTaken(await readNumbers(scene.host), { apiKey, digits });
  if (Object.keys(errors).length > 0) {
    return { type: 'FAILED', errors };
  }
  await saveNumber(scene.host, {
    kind: 'number',
    digits,
    apiKey,
    webhookSecret,
    ...facts,
    ...(await departmentOf(scene, form)),
    ...textsOf(form),
    siteUrl: await scene.host.memory.siteUrl.get(scene.host),
    connectedAt: Date.now(),
  });
  await refreshSoon(scene.host, 0);
  return { type: 'STORED' };
}

/** The success text with the number's card, then the list of shortcuts. */
async function announce(scene: Scene, digits: string): Promise<void> {
  const number = (await readNumbers(scene.host)).find((each) => each.digits === digits);
  if (!number) {
    return;
  }
  await sayInSetupRoom(scene, (drawing) => ({
    text: drawing.t('connect:success'),
    blocks: [
      section(drawing, 'connect-success', drawing.t('connect:success')),
      ...numberCard(drawing, cardOf(number, drawing.t)),
    ],
  }));
  await sayInSetupRoom(scene, (drawing) => ({
    text: drawing.t('commands:intro'),
    blocks: [shortcutList(drawing)],
  }));
}

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

/** Says why a number cannot be connected: its key or the number itself is connected already. */
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
