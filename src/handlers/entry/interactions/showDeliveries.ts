import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { randomUUID } from 'crypto';
import { drawingOf } from '../../../blocks/elements';
import { messageStatusModal, roomStatusModal } from '../../../blocks/deliveryScreens';
import type { ModalScreen } from '../../../blocks/modal';
import { noticeModal } from '../../../blocks/modal';
import { showTime } from '../../core/showTime';
import type { Translate } from '../../core/translator';
import { isAgent, maySee, takesPart } from '../../omnichannel/roles';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import type { MessageReport } from '../../outbound/statuses/deliveryReport';
import { reportMessage, reportRoom } from '../../outbound/statuses/deliveryReport';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import type { Check, Press } from './BlockAction';

/** A conversation that the user may see. */
interface VisibleRoom {
  room: IRoom;
  whatsapp: WhatsappRoom;
}

/**
 * The conversation in which a button of Rocket.Chat's menus was pressed, for somebody who may see it. If there is a
 * message, its room counts, because a client may name any message and any room.
 */
export const visibleConversation: Check<VisibleRoom> = async (press) => {
  const { host, user, room: named } = press.scene;
  const stored = press.message?.id ? await host.read.getMessageReader().getById(press.message.id) : undefined;
  const roomId = press.message ? stored?.room.id : named?.id;
  const room = roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
  const whatsapp = readWhatsappRoom(room, host.app.id);
  if (!room || !whatsapp) {
    return { answer: answerWith(press, 'delivery:statusElsewhere') };
  }
  return (await maySee(host, user, room))
    ? { target: { room, whatsapp } }
    : { answer: answerWith(press, 'errors:notSeen') };
};

/**
 * Answers **WhatsApp status** in a conversation's menu: lists what waits for the customer's answer, and the last messages to
 * them with their states.
 */
export async function showRoomStatus({ scene, responder }: Press, of: VisibleRoom): Promise<IUIKitResponse> {
  return responder.openModalViewResponse({ id: randomUUID(), ...(await roomStatus(scene, of)) });
}

/** Answers **WhatsApp status** in a message's menu: shows the state of that message. */
export async function showMessageStatus(press: Press, { whatsapp }: VisibleRoom): Promise<IUIKitResponse> {
  const { scene, responder } = press;
  const { host, t } = scene;
  const message = await host.read.getMessageReader().getById(press.message?.id ?? '');
  const report = message && (await reportMessage(host, message, whatsapp));
  if (!report) {
    return answerWith(press, 'delivery:statusNoMessage');
  }
  const screen = messageStatusModal(drawingOf({ host, t }), shownOf(scene, report));
  return responder.openModalViewResponse({ id: randomUUID(), ...screen });
}

/**
 * The content of **WhatsApp status** for a conversation. @param done the sentence about what the user just did there
 */
export async function roomStatus(
  scene: Press['scene'],
  { room, whatsapp }: VisibleRoom,
  done?: string,
): Promise<ModalScreen> {
  const { host, t, user } = scene;
  const { kept, messages } = await reportRoom(host, room.id, whatsapp);
  const waiting = kept.map(({ messageId, excerpt, writtenBy: by, writtenAt, isEarlier }) => {
    const time = showTime(writtenAt, t, { utcOffset: user.utcOffset });
    return { messageId, excerpt: escapeMarkdown(excerpt), by, time, isEarlier };
  });
  const mayCancel = waiting.length > 0 && isAgent(user) && (await takesPart(host, user, room));
  const shown = messages.map((message) => shownOf(scene, message));
  const model = { roomId: room.id, kept: waiting, mayCancel, messages: shown, done };
  return roomStatusModal(drawingOf({ host, t }), model);
}

function shownOf({ t, user }: Press['scene'], { excerpt, origin, postedAt, parts, none }: MessageReport) {
  const { utcOffset } = user;
  return {
    excerpt: escapeMarkdown(excerpt),
    origin: origin && sayOrigin(origin, t),
    time: showTime(postedAt, t, { utcOffset }),
    parts: parts.map(({ state, reached, reason }) => ({
      state,
      reason,
      steps: reached.map((step) => ({ ...step, time: showTime(step.at, t, { utcOffset, beside: postedAt }) })),
    })),
    none,
  };
}

function sayOrigin({ template }: NonNullable<MessageReport['origin']>, t: Translate): string {
  return template === undefined
    ? t('delivery:statusByApp')
    : t('delivery:statusTemplate', { name: escapeMarkdown(template) });
}

function answerWith({ scene, responder }: Press, key: string): IUIKitResponse {
  const { host, t } = scene;
  const notice = noticeModal(drawingOf({ host, t }), { title: t('delivery:statusTitle'), text: t(key) });
  return responder.openModalViewResponse({ id: randomUUID(), ...notice });
}
