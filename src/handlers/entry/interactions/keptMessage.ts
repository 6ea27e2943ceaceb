import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { drawingOf } from '../../../blocks/elements';
import { keptCard, windowCard } from '../../../blocks/windowCards';
import { sayToUser } from '../../../flows/sayToUser';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import { showDay } from '../../core/showTime';
import { findByKey, rememberKeeping } from '../../omnichannel/conversations/conversations';
import { findKeptMessage, removeKept, storeKept } from '../../omnichannel/conversations/keptMessages';
import { isClosed } from '../../omnichannel/findOpenRoom';
import { changeCard } from '../../omnichannel/postAsApp';
import { findPieces, takeUpAgain, withdrawCard } from '../../outbound/failures/resend';
import { filesOf } from '../../outbound/pieces/agentFiles';
import { excerptOf } from '../../outbound/pieces/textOfMessage';
import { nameOf, sendKept, sendKeptMessage } from '../../outbound/sendWhenAnswered';
import { hasAnswered } from '../../outbound/windowOf';
import type { FailedMessage, ListedMessage, WaitingMessage } from './cards';
import type { Press } from './BlockAction';
import { roomStatus } from './showDeliveries';

/**
 * **Send when they answer**: keeps the message until the customer writes, and its card says so. A second press changes
 * nothing. If the customer has written since the card was posted, the message is sent now.
 */
export async function keepMessage({ scene, responder }: Press, about: FailedMessage): Promise<IUIKitResponse> {
  const { host, t, user } = scene;
  const { cardId, failed, whatsapp } = about;
  await host.memory.locks.run(`card ${cardId}`, async () => {
    const card = await host.read.getMessageReader().getById(cardId);
    const conversation = await findByKey(host, whatsapp.number, whatsapp.customer);
    if (!card || !conversation) {
      await sayToUser(scene, t('delivery:messageGone'));
      return;
    }
    const { id: messageId = '' } = failed;
    const known = await findKeptMessage(host, messageId);
    if (known && known.cardId !== cardId) {
      await withdrawCard(host, cardId);
      await sayToUser(scene, t('delivery:keptAlready'));
      return;
    }
    const since = new Date(card.createdAt ?? 0).getTime();
    if (!known) {
      const { ids } = conversation;
      const facts = { ...whatsapp, ids, messageId, cardId, since, by: user.id, roomId: failed.room.id };
      const writtenAt = new Date(failed.createdAt ?? since).getTime();
      await storeKept(host, { ...facts, keptAt: Date.now(), writtenAt, taken: await findPieces(host, messageId) });
    }
    rememberKeeping(host, conversation, true);
    const waiting = { messageId, excerpt: excerptOf(failed.text ?? '', failed) };
    const drawing = drawingOf({ host, t });
    const decision = { by: nameOf(user), day: showDay(Date.now(), t), hasFile: filesOf(failed).length > 0 };
    await changeCard(host, cardId, keptCard(drawing, { ...waiting, ...decision }));
    // This check runs after the message was stored: a later answer of the customer finds the stored message, and an
    // earlier one is found here.
    if (await hasAnswered(host, conversation, since)) {
      void sendKept(host, whatsapp);
    }
  });
  return responder.successResponse();
}

/** **Do not send** on the card of a message that waits. */
export async function cancelKept({ scene, responder }: Press, about: WaitingMessage): Promise<IUIKitResponse> {
  await sayToUser(scene, scene.t(await cancel(scene, about)));
  return responder.successResponse();
}

/** **Do not send** in the list of waiting messages: the list is drawn again and says what was done. */
export async function cancelListed(
  press: Press,
  { kept, message, room, whatsapp }: ListedMessage,
): Promise<IUIKitResponse> {
  const { scene, responder } = press;
  const key = kept ? await cancel(scene, { kept, message, room }) : 'delivery:keptGone';
  const screen = await roomStatus(scene, { room, whatsapp }, scene.t(key));
  return responder.updateModalViewResponse({ id: scene.stage, ...screen });
}

/**
 * Cancels a waiting message. If it belongs to this conversation, its card offers to keep it again.
 *
 * @returns the key of the sentence that says what was done
 */
async function cancel({ host, t }: Press['scene'], { kept, message, room }: WaitingMessage): Promise<string> {
  const { messageId, number, customer, cardId } = kept;
  // A sender claims the message too, so only one of the two gets it.
  const end = await takeUpAgain(host, { number, customer }, { id: messageId, room });
  if (!end) {
    return 'delivery:beingSent';
  }
  await removeKept(host, messageId);
  if (message && kept.roomId === room.id && !isClosed(room)) {
    const reason = describeError(new AppError({ kind: 'refused', retry: 'no', key: 'errors:windowClosed' }), t);
    const waiting = { messageId, excerpt: excerptOf(message.text ?? '', message), reason };
    await changeCard(host, cardId, windowCard(drawingOf({ host, t }), waiting));
  } else {
    await withdrawCard(host, cardId);
  }
  await end();
  return 'delivery:keptCancelled';
}

/** **Send now**, in a newer conversation than the message's own. */
export async function sendKeptNow({ scene, responder }: Press, about: WaitingMessage): Promise<IUIKitResponse> {
  const { host, t } = scene;
  // Not awaited: sending may take longer than the client waits. The room shows the result.
  void sendKeptMessage(host, about.kept, about.room).then(
    async (outcome) => {
      if (outcome === 'at-work') {
        await sayToUser(scene, t('delivery:beingSent'));
      }
    },
    (error: unknown) => host.logger.error('A message that waited could not be sent:', String(error)),
  );
  return Promise.resolve(responder.successResponse());
}
