import { drawingOf, section } from '../blocks/elements';
import { disconnectModal } from '../blocks/numberCard';
import { removeWebhook } from '../handlers/dialog360/configureWebhook';
import { AppError } from '../handlers/core/errors/AppError';
import { noteFormerNumber } from '../handlers/core/records/install';
import { connectionOf } from '../handlers/numbers/connectionOf';
import { readNumbers, removeNumber } from '../handlers/numbers/numbers';
import { removeTemplates } from '../handlers/numbers/templates/templates';
import { webhookUrl } from '../handlers/numbers/webhookSecret';
import { formatPhone } from '../handlers/whatsapp/phoneNumbers';
import type { DisconnectEvent } from '../machines/disconnectNumber';
import { disconnectNumber } from '../machines/disconnectNumber';
import type { Scene, Screen } from './Flow';
import { createFlow } from './Flow';
import { sayInSetupRoom, sayLate } from './sayToUser';
import { tellSetup } from './setupFlow';
import { modalOf, noticeOf, progressOf } from './screens';

/**
 * Disconnecting a number: the admin confirms, then the webhook is removed at 360dialog, then the number is removed
 * here.
 */
export const disconnectFlow = createFlow({
  id: 'disconnect',
  version: 1,
  machine: disconnectNumber,
  handlers: {
    removeWebhook: ({ digits }, scene) => takeWebhookAway(scene, digits),
    forgetNumber: async ({ digits }, scene): Promise<DisconnectEvent> => {
      await noteFormerNumber(scene.host, digits);
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
    confirming: ({ digits }, scene) => modalOf(disconnectModal(drawingOf(scene), { number: formatPhone(digits) })),
    offering: ({ digits, reason }, scene) => {
      const why = reason ? scene.t(reason.key, reason.params) : undefined;
      return modalOf(disconnectModal(drawingOf(scene), { number: formatPhone(digits), reason: why }));
    },
    removingWebhook: (_, scene) => progress(scene),
    forgetting: (_, scene) => progress(scene),
    disconnected: ({ digits }, scene) =>
      noticeOf(scene, {
        title: scene.t('numbers:disconnectTitle'),
        text: scene.t('numbers:disconnected', { number: formatPhone(digits) }),
      }),
  },
});

function progress(scene: Scene): Screen {
  const texts = { title: scene.t('numbers:disconnectTitle'), doing: scene.t('numbers:disconnecting') };
  return modalOf(progressOf(scene, texts));
}

/**
 * Removes our webhook at 360dialog, so that it stops sending to an address that no longer has a number.
 * @throws every error that is not an AppError: a bug must not look like a refusal
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
