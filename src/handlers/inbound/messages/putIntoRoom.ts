import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import type { Acquaintance } from '../../omnichannel/meetCustomer';
import type { KnownRoom, OpenRoom } from '../../omnichannel/openRoom';
import { openRoom } from '../../omnichannel/openRoom';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { postAsCustomer } from '../../omnichannel/postAsCustomer';
import type { FindPosted } from '../../omnichannel/postWhole';
import { visitorIn } from '../../omnichannel/visitor';
import { isBot } from '../../outbound/agent/messageOrigin';
import { postNotice } from '../../outbound/postNotice';
import { aboutText, isTextSent, sendAutomaticText } from '../../outbound/sendAutomaticText';
import { showTyping } from '../../outbound/statuses/readReceipts';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import { withQuote } from '../../whatsapp/messages/renderEdit';
import { renderWrittenAt } from '../../whatsapp/messages/renderLate';
import { renderMessage } from '../../whatsapp/messages/renderMessage';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import { cleanName } from '../../whatsapp/webhook/customers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { putMediaIntoRoom } from '../media/putMediaIntoRoom';
import { postPendingNotices } from '../notices/postPendingNotices';
import type { Interrupted } from '../webhook/Task';
import { findPosted } from './findPosted';
import type { LinkFacts } from './linkMessage';
import { placeInTime, recallTimes } from './placeInTime';
import { renderQuote } from './quotes';
import { seeThatTargetServes } from './seeThatTargetServes';
import { findAnswer, giveAnswer } from './takeAnswer';

/** A customer's message on its way into a room. */
export interface Arrival {
  number: ConnectedNumber;
  conversation: Conversation;
  event: Extract<WebhookEvent, { kind: 'message' }>;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** The visitor that was just read, which saves a round trip. */
  openRoom: KnownRoom;
  /** When its webhook came, epoch milliseconds. */
  receivedAt: number;
  interrupted: Interrupted;
  /** A 'new' customer has no waiting notices. */
  acquaintance: Acquaintance;
  /** Called before a file is fetched, to record that this is the second attempt. */
  beforeFile?: () => Promise<void>;
  /**
   * Called right before a text is posted that may be in the room already. It throws when another instance may be
   * posting it.
   */
  beforePost?: () => void;
}

/**
 * Puts a customer's message into their open room, or into a new one. A new one begins with waiting notices and the
 * number's welcome text.
 *
 * @throws what Rocket.Chat refuses with
 */
export async function putIntoRoom(host: Host, arrival: Arrival): Promise<LinkFacts> {
  const { number, event } = arrival;
  const key = conversationKey(number.digits, arrival.conversation.customer);
  const opened = await openRoom(host, number, arrival.conversation, arrival);
  const { room, isNew, conversation } = opened;
  const now = Date.now();
  const isLate = now - arrival.at > MOST_ASIDE;
  const { waId, userId = '' } = event.customer;
  const place = { number: number.digits, customer: waId ?? userId };
  if (!isNew) {
    await recallTimes(host, key, { place: { ...place, at: arrival.at }, room, visitorId: conversation.visitor.id });
  }
  // Only now, because a message that Rocket.Chat refused takes no place. A late message is dated by its arrival,
  // because otherwise nobody would notice it.
  const at = placeInTime(host.memory.lastPlaced, key, isLate ? now : arrival.at);
  const isResumed = arrival.interrupted !== 'never';
  const begunAt = isResumed ? arrival.receivedAt : undefined;
  if ((isNew && arrival.acquaintance !== 'new') || isResumed) {
    await postPendingNotices(host, conversation, { room, at: at - 1, begunAt, awaited: opened.awaited });
  }
  if (opened.target) {
    await seeThatTargetServes(host, opened, { target: opened.target, isFirst: arrival.acquaintance !== 'known' });
  }
  await sayElsewhere(host, opened, at - 1);
  await welcome(host, arrival, opened);
  const { wamid } = event;
  const facts = { direction: 'in', number: number.digits, customer: conversation.customer } as const;
  const t = await translatorOf(host);
  const visitor = visitorIn(room, conversation);
  const answer = isNew ? undefined : await findAnswer(host, conversation, event);
  const given = answer && (await giveAnswer(host, answer, { room, visitor, at, begunAt }));
  if (given && 'reportedId' in given) {
    return { ...facts, roomId: room.id, messageId: given.reportedId };
  }
  const { text: said, attachments, media } = renderMessage(event, t);
  const writtenAt = isLate && !given?.isForBot ? renderWrittenAt(arrival.at, t) : undefined;
  // A bot needs the text of an answer without additions.
  const quote = given?.isForBot ? '' : await renderQuote(host, event, conversation, t);
  const text = withQuote(quote, given?.text ?? said);
  if (media) {
    await arrival.beforeFile?.();
    const file = {
      number,
      conversation,
      room,
      visitor,
      media,
      text,
      attachments,
      writtenAt,
      wamid,
      at: arrival.at,
      placedAt: at,
      receivedAt: arrival.receivedAt,
      place,
      interrupted: arrival.interrupted,
    };
    const landing = await putMediaIntoRoom(host, file);
    return { ...facts, ...landing, ...(isNew || landing.roomId !== room.id ? { opened: true } : {}) };
  }
  const { receivedAt } = arrival;
  const sought = { visitorId: conversation.visitor.id, at: arrival.at, writtenAt, wamid, receivedAt, place };
  const find: FindPosted = async (piece, except) => {
    const there = await findPosted(host, room, { ...sought, text: piece, except });
    if (there === undefined) {
      arrival.beforePost?.();
    }
    return there;
  };
  const { timesInRoom } = host.memory;
  const placedAt = isLate ? timesInRoom.after(key, at) : timesInRoom.place(key, at);
  const post = { text, attachments, writtenAt, wamid, at: placedAt };
  const messageId = await postAsCustomer(host, room, visitor, {
    ...post,
    findPosted: isResumed ? find : undefined,
  });
  if (isLate) {
    // Like a file, it is not shown at its own time: later messages of the customer are placed behind it.
    timesInRoom.note(key, arrival.at, placedAt);
  }
  if (isBot(room.servedBy)) {
    showTyping(host, arrival.conversation);
  }
  return { ...facts, roomId: room.id, messageId, ...(isNew ? { opened: true } : {}) };
}

/** They may have several contacts in Rocket.Chat, and people decide whether to merge them. */
async function sayElsewhere(host: Host, { room, elsewhere }: OpenRoom, at: number): Promise<void> {
  const { numbers = [], name } = elsewhere ?? {};
  if (numbers.length === 0 && name === undefined) {
    return;
  }
  const t = await translatorOf(host);
  const lines = [
    ...(numbers.length > 0 ? [t('messages:alsoWritesTo', { numbers: numbers.map(formatPhone).join(', ') })] : []),
    ...(name === undefined ? [] : [t('messages:samePhone', { name: escapeMarkdown(cleanName(name)) })]),
  ];
  try {
    await postNotice(host, room, { text: lines.join('\n'), at });
  } catch (error) {
    host.logger.warn('The agents could not be told where else a customer is known:', String(error));
  }
}

/** A customer's message that may have opened a room. */
interface Opening {
  number: ConnectedNumber;
  conversation: Conversation;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  interrupted: Interrupted;
}

/** Milliseconds by which WhatsApp's clock may run before ours. */
const CLOCKS = 60_000;

/**
 * Sends the number's welcome text when the customer's message opened the room. It is requested before the message is
 * posted, so that a bot's answer cannot overtake it, and it is not awaited. It is also requested after a crash between
 * the room and the text.
 */
export async function welcome(
  host: Host,
  opening: Opening,
  { room, isNew }: Pick<OpenRoom, 'room' | 'isNew'>,
): Promise<void> {
  const { number, conversation } = opening;
  const text = number.welcomeMessage;
  if (text && (isNew || (await wasLeftOut(host, opening, room)))) {
    const sending = aboutText('welcome', room.id);
    const { entriesAtWork } = host.memory;
    entriesAtWork.add(sending);
    void sendAutomaticText(host, { kind: 'welcome', number, conversation, room, text, shown: true }).finally(() =>
      entriesAtWork.delete(sending),
    );
  }
}

async function wasLeftOut(host: Host, { interrupted, at }: Opening, room: ILivechatRoom): Promise<boolean> {
  const isYounger = room.createdAt !== undefined && new Date(room.createdAt).getTime() > at - CLOCKS;
  // It has no record yet while it waits for earlier messages to the customer.
  const isUnderWay = host.memory.entriesAtWork.has(aboutText('welcome', room.id));
  return interrupted !== 'never' && isYounger && !isUnderWay && !(await isTextSent(host, 'welcome', room.id));
}
