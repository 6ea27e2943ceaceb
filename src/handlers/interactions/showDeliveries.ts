import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { randomUUID } from 'crypto';
import { deliveryModal } from '../../blocks/deliveryScreens';
import { noticeModal } from '../../blocks/noticeModal';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { MessageReport } from '../outbound/deliveryReport';
import { reportAgentMessage, reportRoom } from '../outbound/deliveryReport';
import { showTime } from '../translation/showTime';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Check } from './BlockAction';
import type { Press } from './Press';
import { maySee } from './roles';

/**
 * The conversation in which a button of Rocket.Chat's menus was pressed, for somebody who may see it. The room is the one
 * of the message where there is one: a client may name any two.
 */
export const visibleConversation: Check<IRoom> = async (press) => {
  const { host, user, room: named } = press.scene;
  const stored = press.message?.id ? await host.read.getMessageReader().getById(press.message.id) : undefined;
  const roomId = press.message ? stored?.room.id : named?.id;
  const room = roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
  if (!room || !readWhatsappRoom(room, host.app.id)) {
    return { answer: answerWith(press, 'delivery:statusElsewhere') };
  }
  return (await maySee(host, user, room)) ? { target: room } : { answer: answerWith(press, 'errors:notSeen') };
};

/** Answers **WhatsApp status** in a conversation's menu: lists the last messages to the customer with their states. */
export async function showRoomStatus(press: Press, room: IRoom): Promise<IUIKitResponse> {
  return answerWithReports(press, await reportRoom(press.scene.host, room.id), true);
}

/** Answers **WhatsApp status** in a message's menu: shows the state of that message. */
export async function showMessageStatus(press: Press): Promise<IUIKitResponse> {
  const { host } = press.scene;
  const message = await host.read.getMessageReader().getById(press.message?.id ?? '');
  const report = message && (await reportAgentMessage(host, message));
  return report ? answerWithReports(press, [report], false) : answerWith(press, 'delivery:statusNoMessage');
}

function answerWithReports(
  { scene, responder }: Press,
  reports: readonly MessageReport[],
  isList: boolean,
): IUIKitResponse {
  const { host, t, user } = scene;
  const { utcOffset } = user;
  const messages = reports.map(({ excerpt, postedAt, parts, none }) => ({
    excerpt: escapeMarkdown(excerpt),
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

function answerWith({ scene, responder }: Press, key: string): IUIKitResponse {
  const { host, t } = scene;
  const notice = noticeModal({ appId: host.app.id, t }, { title: t('delivery:statusTitle'), text: t(key) });
  return responder.openModalViewResponse({ id: randomUUID(), ...notice });
}
