import { section } from '../blocks/elements';
import { noticeModal } from '../blocks/modal';
import { disconnectModal } from '../blocks/numberCard';
import { progressModal } from '../blocks/progress';
import { removeWebhook } from '../handlers/dialog360/configureWebhook';
import { AppError } from '../handlers/core/errors/AppError';
import { connectionOf } from '../handlers/numbers/connectionOf';
import { readNumbers, removeNumber } from '../handlers/numbers/numbers';
import { removeTemplates } from '../handlers/numbers/templates/templates';
import { webhookUrl } from '../handlers/numbers/webhookUrl';
import { formatPhone } from '../handlers/whatsapp/phoneNumbers';
import type { DisconnectEvent } from '../machines/disconnectNumber';
import { disconnectNumber } from '../machines/disconnectNumber';
import type { Scene, Screen } from './Flow';
import { createFlow } from './Flow';
import { sayInSetupRoom, sayLate } from './sayToUser';
import { tellSetup } from './setupFlow';

/** Disconnecting a number: asked first, at 360dialog next, here last. */
export const disconnectFlow = createFlow({
  id: 'disconnect',
  version: 1,
  machine: disconnectNumber,
  handlers: {
    removeWebhook: ({ digits }, scene) => takeWebhookAway(scene, digits),
    forgetNumber: async ({ digits }, scene): Promise<DisconnectEvent> => {
      await removeNumber(scene.host, digits);
      await removeTemplates(scene.host, digits);
      return { type: 'FORGOTTEN' };
    },
    announceDisconnection: async ({ digits }, scene) => {
      const text = scene.t('numbers:disconnected', { number: formatPhone(digits) });
      await sayInSetupRoom(scene, (drawing) => ({ text, blocks: [section(drawing, 'disconnected', text)] }));
      if ((await readNumbers(scene.host)).length === 0) {
        await tellSetup(scene, { type: 'LAST_NUMBER_DISCONNECTED' });
      }
    },
  },
  late: {
    offering: ({ digits, reason }, scene) => {
      const why = reason ? scene.t(reason.key, reason.params) : '';
      return sayLate(scene, scene.t('numbers:webhookStays', { number: formatPhone(digits), reason: why }));
    },
  },
  screens: {
    confirming: ({ digits }, { t, host }) => ({
      kind: 'modal',
      modal: disconnectModal({ appId: host.app.id, t }, { number: formatPhone(digits) }),
    }),
    offering: ({ digits, reason }, { t, host }) => ({
      kind: 'modal',
      modal: disconnectModal(
        { appId: host.app.id, t },
        { number: formatPhone(digits), reason: reason ? t(reason.key, reason.params) : undefined },
      ),
    }),
    removingWebhook: (_, scene) => progress(scene),
    forgetting: (_, scene) => progress(scene),
    disconnected: ({ digits }, { t, host }) => ({
      kind: 'modal',
      modal: noticeModal(
        { appId: host.app.id, t },
        { title: t('numbers:disconnectTitle'), text: t('numbers:disconnected', { number: formatPhone(digits) }) },
      ),
    }),
  },
});

function progress({ t, host, stage }: Scene): Screen {
  const facts = { title: t('numbers:disconnectTitle'), doing: t('numbers:disconnecting'), viewId: stage };
  return { kind: 'modal', modal: progressModal({ appId: host.app.id, t }, facts) };
}

/**
 * Takes our webhook away at 360dialog, so that it does not go on sending to an address that has no number any more.
 * @throws what is no AppError: a bug is not to look like a refusal
 */
export async function takeWebhookAway(scene: Scene, digits: string): Promise<DisconnectEvent> {
  const number = (await readNumbers(scene.host)).find((each) => each.digits === digits);
  if (!number) {
    return { type: 'WEBHOOK_REMOVED' };
  }
  try {
    await removeWebhook(await connectionOf(scene.host, number), await webhookUrl(scene.host));
    return { type: 'WEBHOOK_REMOVED' };
  } catch (error) {
    if (error instanceof AppError) {
      return { type: 'WEBHOOK_STAYS', reason: { key: error.key, params: error.params } };
    }
    throw error;
  }
}
