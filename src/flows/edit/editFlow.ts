import { section } from '../../blocks/elements';
import { noticeModal } from '../../blocks/modal';
import { numberCard } from '../../blocks/numberCard';
import { progressModal } from '../../blocks/progress';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { readNumbers, saveNumber } from '../../handlers/records/numbers';
import { refreshSoon } from '../../handlers/templates/refreshSoon';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { EditEvent } from '../../machines/editNumber';
import { editNumber } from '../../machines/editNumber';
import { createFlow } from '../createFlow';
import { cardOf } from '../number/cardOf';
import { checkKey } from '../number/checkKey';
import { describeErrors, formScreen } from '../number/formScreen';
import { registerWebhook } from '../number/registerWebhook';
import { sayInSetupRoom, sayLate } from '../sayToUser';
import type { Scene, Screen } from '../Flow';
import { departmentChange, listChanges, textChanges, validateChanges } from './changes';

/** Changing a number: the same modal, the same checks where the key is a new one, and what the channel hears of it. */
export const editFlow = createFlow({
  id: 'edit',
  version: 2,
  machine: editNumber,
  handlers: {
    validateChanges: ({ digits, form }, scene) => validateChanges(scene, digits, form),
    checkKey: async ({ digits, form }, scene): Promise<EditEvent> => {
      const check = await checkKey(scene, form.apiKey, digits);
      // The number is no field here: what is wrong with it is wrong with the new key.
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
    changed: (_, { t, host }) => ({
      kind: 'modal',
      modal: noticeModal({ appId: host.app.id, t }, { title: t('connect:editTitle'), text: t('connect:saved') }),
    }),
  },
});

function progress({ t, host, stage }: Scene): Screen {
  const facts = { title: t('connect:editTitle'), doing: t('connect:checking'), viewId: stage };
  return { kind: 'modal', modal: progressModal({ appId: host.app.id, t }, facts) };
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
