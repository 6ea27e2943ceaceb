import { randomUUID } from 'crypto';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { deliveryModal } from '../../blocks/deliveryScreens';
import { noticeModal } from '../../blocks/modal';
import { readWhatsappRoom } from '../omnichannel/whatsappRoom';
import type { WhatsappRoom } from '../omnichannel/whatsappRoom';
import { reportMessage, reportRoom } from '../outbound/statuses/deliveryReport';
import type { MessageReport } from '../outbound/statuses/deliveryReport';
import type { Translate } from '../translation/Translate';
import { showTime } from '../translation/showTime';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Check } from './BlockAction';
import type { Press } from './Press';
import { maySee } from './roles';

/** A conversation that whoever pressed may see. */
interface VisibleRoom {
  roomId: string;
  whatsapp: WhatsappRoom;
}

/**
 * The conversation in which a button of Rocket.Chat's menus was pressed, for somebody who may see it. The room is the one
 * of the message where there is one: a client may name any two.
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
    ? { target: { roomId: room.id, whatsapp } }
    : { answer: answerWith(press, 'errors:notSeen') };
};

/** Answers **WhatsApp status** in a conversation's menu: lists the last messages to the customer with their states. */
export async function showRoomStatus(press: Press, { roomId, whatsapp }: VisibleRoom): Promise<IUIKitResponse> {
  return answerWithReports(press, await reportRoom(press.scene.host, roomId, whatsapp), true);
}

/** Answers **WhatsApp status** in a message's menu: shows the state of that message. */
export async function showMessageStatus(press: Press, { whatsapp }: VisibleRoom): Promise<IUIKitResponse> {
  const { host } = press.scene;
  const message = await host.read.getMessageReader().getById(press.message?.id ?? '');
  const report = message && (await reportMessage(host, message, whatsapp));
  return report ? answerWithReports(press, [report], false) : answerWith(press, 'delivery:statusNoMessage');
}

function answerWithReports(
  { scene, responder }: Press,
  reports: readonly MessageReport[],
  isList: boolean,
): IUIKitResponse {
  const { host, t, user } = scene;
  const { utcOffset } = user;
  const messages = reports.map(({ excerpt, origin, postedAt, parts, none }) => ({
    excerpt: escapeMarkdown(excerpt),
    origin: origin && sayOrigin(origin, t),
    time: showTime(postedAt, t, { utcOffset }),
    parts: parts.map(({ state, reached, reason }) => ({
      state,
      reason,
      steps: reached.map((step) => ({ ...step, time: showTime(step.at, t, { utcOffset, beside: postedAt }) })),
    })),
    none,
  }));
  const drawing = { appId: host.app.id, t };
  return responder.openModalViewResponse({ id: randomUUID(), ...deliveryModal(drawing, { messages, isList }) });
}

function sayOrigin({ template }: NonNullable<MessageReport['origin']>, t: Translate): string {
  return template === undefined
    ? t('delivery:statusByApp')
    : t('delivery:statusTemplate', { name: escapeMarkdown(template) });
}

function answerWith({ scene, responder }: Press, key: string): IUIKitResponse {
  const { host, t } = scene;
  const notice = noticeModal({ appId: host.app.id, t }, { title: t('delivery:statusTitle'), text: t(key) });
  return responder.openModalViewResponse({ id: randomUUID(), ...notice });
}
