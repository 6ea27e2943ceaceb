import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { DAY } from '../../core/durations';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { noteOffer } from '../../omnichannel/conversations/conversations';
import { postAsApp } from '../../omnichannel/postAsApp';
import { reportTap } from '../../omnichannel/reportTap';
import { isBot } from '../../outbound/agent/messageOrigin';
import { plainToMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import type { OfferedOption } from '../../whatsapp/quickReplies';
import { answeredOption } from '../../whatsapp/quickReplies';
import type { MessageEvent } from '../../whatsapp/webhook/WebhookEvent';
import { findNotice } from '../notices/findNotice';
import { findNamed } from './linkMessage';

/** How long a text can answer a numbered question, in milliseconds. */
const ANSWERABLE = DAY;

/** A quick reply that a customer chose. */
export interface Answer {
  option: OfferedOption;
  /** The message that offered it, and its room. */
  messageId: string;
  roomId: string;
}

/** Where and when it was chosen. */
interface Place {
  room: ILivechatRoom;
  visitor: IVisitor;
  /** Its time in the room, epoch milliseconds. */
  at: number;
  /** Since when a crash may have left it in the room, epoch milliseconds. */
  begunAt?: number;
}

/** What happens with an answer: the app that asked gets it, or it is posted as the customer's text. */
type Outcome = { reportedId: string } | { text: string; isForBot: boolean };

/**
 * The quick reply that a message chooses: a tap on a sent button or row, or a text that answers a numbered question;
 * undefined for every other message. A tap costs one round trip, a text none.
 */
export async function findAnswer(
  host: Host,
  conversation: Conversation,
  { content, context, isEdit }: MessageEvent,
): Promise<Answer | undefined> {
  if (content.type === 'option' && context?.wamid) {
    const { id, title } = content;
    const { link } = await findNamed(host, context.wamid, conversation);
    const option = link?.options?.find((each) => each.id === id) ?? link?.options?.find(({ label }) => label === title);
    return option && link?.messageId && link.roomId
      ? { option, messageId: link.messageId, roomId: link.roomId }
      : undefined;
  }
  const { offer } = conversation;
  if (content.type !== 'text' || isEdit || !offer || Date.now() - offer.at > ANSWERABLE) {
    return undefined;
  }
  const option = answeredOption(content.body, offer.options);
  if (option) {
    await noteOffer(host, conversation, undefined);
  }
  return option && { option, messageId: offer.messageId, roomId: offer.roomId };
}

/**
 * Reports the choice to the bot that asked, in the same way as a tap in the livechat widget, so that buttons for
 * handover and closing work. A line shows the choice to the agents. If a person serves the room by now, the full title
 * is posted as the customer's text; if the bot cannot be reached, the button's value is.
 */
export async function giveAnswer(host: Host, { option, messageId, roomId }: Answer, place: Place): Promise<Outcome> {
  const { room, visitor, at, begunAt: since } = place;
  const { title, value, appId, blockId, actionId } = option;
  if (!isBot(room.servedBy)) {
    return { text: plainToMarkdown(title), isForBot: false };
  }
  const text = value ?? title;
  if (appId === undefined || actionId === undefined || roomId !== room.id) {
    return { text, isForBot: true };
  }
  // The line is posted before the report, because the bot may close the conversation in response.
  const t = await translatorOf(host);
  const line = t('inbound:tapped', { title: plainToMarkdown(title) });
  const findPosted =
    since === undefined ? undefined : findNotice(host, room, { visitor: { id: visitor.id ?? '' }, since });
  const reportedId = await postAsApp(host, room, { text: line, at, findPosted });
  const tap = { appId, blockId: blockId ?? '', actionId, value, messageId, roomId };
  return (await reportTap(host, visitor.token, tap)) ? { reportedId } : { text, isForBot: true };
}
