import type { SnapshotFrom } from 'xstate';
import { section } from '../../blocks/elements';
import { noticeModal } from '../../blocks/modal';
import { numberCard } from '../../blocks/numberCard';
import { progressModal } from '../../blocks/progress';
import { shortcutList } from '../../blocks/setupMessages';
import { readNumbers, saveNumber } from '../../handlers/records/numbers';
import { refreshSoon } from '../../handlers/templates/refreshSoon';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { ConnectEvent } from '../../machines/connectNumber';
import { connectNumber } from '../../machines/connectNumber';
import { createFlow } from '../createFlow';
import { cardOf } from '../number/cardOf';
import { checkKey } from '../number/checkKey';
import { departmentOf } from '../number/departmentField';
import { describeErrors, formScreen, textsOf } from '../number/formScreen';
import { registerWebhook } from '../number/registerWebhook';
import { sayInSetupRoom, sayLate } from '../sayToUser';
import type { Scene, Screen } from '../Flow';
import { tellSetup } from '../setup/tellSetup';
import { findTaken, validateForm } from './validateForm';

/** Connecting a number: the modal, the checks behind it, and what the channel hears of it. */
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
    connected: (_, { t, host }) => ({
      kind: 'modal',
      modal: noticeModal({ appId: host.app.id, t }, { title: t('connect:title'), text: t('connect:success') }),
    }),
  },
});

function progress({ t, host, stage }: Scene): Screen {
  const facts = { title: t('connect:title'), doing: t('connect:checking'), viewId: stage };
  return { kind: 'modal', modal: progressModal({ appId: host.app.id, t }, facts) };
}

/** Stores the number, unless somebody else has connected it while 360dialog was asked. */
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
