import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { sayToUser } from '../../../flows/sayToUser';
import { sendAgentMessage } from '../../outbound/agent/sendAgentMessage';
import { takeUpAgain, withdrawCard } from '../../outbound/failures/resend';
import type { FailedMessage } from './cards';
import type { Press } from './Press';

/**
 * **Send again** on a failure card: what WhatsApp did not take of the message is sent, and the card goes. Pressed twice
 * it is sent once.
 */
export async function sendAgain({ scene, responder }: Press, about: FailedMessage): Promise<IUIKitResponse> {
  const { host, t } = scene;
  const { cardId, failed, whatsapp } = about;
  // Two who press at once come one after the other, and the second finds no card.
  await host.memory.locks.run(`card ${cardId}`, async () => {
    const isThere = Boolean(await host.read.getMessageReader().getById(cardId));
    const end = isThere && (await takeUpAgain(host, whatsapp, failed));
    if (!end) {
      await sayToUser(scene, t(isThere ? 'delivery:beingSent' : 'delivery:messageGone'));
      return;
    }
    await withdrawCard(host, cardId);
    // Not awaited: sending may take longer than the client waits. The room shows the result.
    void finish(scene, about, end);
  });
  return responder.successResponse();
}

async function finish(
  scene: Press['scene'],
  { failed, room, whatsapp }: FailedMessage,
  end: () => Promise<void>,
): Promise<void> {
  const { host, t } = scene;
  try {
    if ((await sendAgentMessage(host, failed, whatsapp, { tellIn: room })) === 'nothing-left') {
      await sayToUser(scene, t('delivery:sentByNow'));
    }
    await end();
  } catch (error) {
    host.logger.error('A message that was sent again could not be settled; the sweep does that:', String(error));
  }
}
