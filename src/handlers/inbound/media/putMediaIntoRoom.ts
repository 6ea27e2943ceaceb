import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import { drawingOf } from '../../../blocks/elements';
import { failedDownloadCard } from '../../../blocks/failureCards';
import { pause } from '../../core/durations';
import type { Host } from '../../core/Host';
import type { CustomerActivity } from '../../core/records/customerActivity';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import { isClosed } from '../../omnichannel/findOpenRoom';
import { openRoom } from '../../omnichannel/openRoom';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { postAsCustomer } from '../../omnichannel/postAsCustomer';
import { visitorIn } from '../../omnichannel/visitor';
import { postNotice } from '../../outbound/postNotice';
import type { RenderedMedia, RenderedMessage } from '../../whatsapp/messages/RenderedMessage';
import { findPosted } from '../messages/findPosted';
import type { Interrupted } from '../webhook/Task';
import type { MediaOutcome } from './bringMedia';
import { bringMedia } from './bringMedia';
import { findFailedDownloads, noteCard, storeFailedDownload } from './failedDownloads';
import { findCaption, findStoredFile } from './findStoredFile';
import { sayMedia } from './nameFile';

/** A customer's message with a file, on its way into a room. */
export interface MediaArrival extends Pick<RenderedMessage, 'text' | 'attachments'> {
  number: ConnectedNumber;
  conversation: Conversation;
  room: ILivechatRoom;
  visitor: IVisitor;
  media: RenderedMedia;
  wamid: string;
  /** For a late message: when it was written. */
  writtenAt?: IMessageAttachment;
  /** WhatsApp's time, epoch milliseconds. It is the same on every attempt, which keeps the file's name the same. */
  at: number;
  /** Its time in the room, epoch milliseconds. For a late message: when this attempt began. */
  placedAt: number;
  /** When its webhook came, epoch milliseconds. */
  receivedAt: number;
  /** Our number and WhatsApp's id of the customer. */
  place: Pick<CustomerActivity, 'number' | 'customer'>;
  interrupted: Interrupted;
}

/** The position of a message in Rocket.Chat. */
interface Landing {
  roomId: string;
  /** Absent when Rocket.Chat does not tell it. */
  messageId?: string;
  /** The message after the file with its caption, if it has one. */
  captionId?: string;
}

/**
 * Posts a customer's file in their room, followed by its caption, its quote and a note that it was forwarded. A file
 * that is not allowed leaves a line of the customer that says why. A failed download leaves a card with **Try again**.
 * It holds the customer's lock, for at most one minute (two for a heavy file), so that their next message comes after
 * the file.
 *
 * @throws what Rocket.Chat refuses with
 */
export async function putMediaIntoRoom(host: Host, arrival: MediaArrival): Promise<Landing> {
  const t = await translatorOf(host);
  const there = arrival.interrupted === 'never' ? undefined : await findStoredFile(host, arrival, t);
  const ahead = there ? 0 : host.memory.timesInRoom.ahead(keyOf(arrival));
  if (ahead > 0) {
    await pause(ahead);
  }
  const outcome: MediaOutcome = there ? { kind: 'posted', file: there } : await bringMedia(host, arrival, t);
  const { room, text } = arrival;
  if (outcome.kind === 'room-closed') {
    return intoNewRoom(host, arrival);
  }
  if (outcome.kind === 'failed' && (await isClosedNow(host, room))) {
    // Nobody would read the result there.
    const next = await openRoom(host, arrival.number, arrival.conversation);
    return tellFailure(host, { ...arrival, ...placeIn(next) }, outcome, t);
  }
  if (outcome.kind === 'posted') {
    host.memory.timesInRoom.note(keyOf(arrival), arrival.at, outcome.file.storedAt);
    const { messageId } = outcome.file;
    const doubt = t('media:unverified');
    const stored = there && (await findText(host, arrival, messageId, [text, linesOf(text, doubt)]));
    // A file that is shown at its own time is not late, although the text after it may be.
    const isInTime = there !== undefined && there.storedAt - arrival.at <= MOST_ASIDE;
    const rest = isInTime && !text ? { ...arrival, writtenAt: undefined } : arrival;
    const captionId =
      stored ??
      (await postCaption(host, rest, outcome.isUnverified ? linesOf(text, doubt) : text, outcome.file.storedAt));
    return { roomId: room.id, messageId, captionId };
  }
  return tellFailure(host, arrival, outcome, t);
}

/**
 * The message with the text of a file that a crash left in the room: right after the file, or, for a late file, after
 * everything that was written since.
 */
async function findText(
  host: Host,
  { conversation, room, writtenAt, at, wamid, receivedAt }: MediaArrival,
  messageId: string | undefined,
  texts: readonly string[],
): Promise<string | undefined> {
  const visitorId = conversation.visitor.id;
  const behind = await findCaption(host, room, { messageId, visitorId }, texts);
  if (behind !== undefined || !writtenAt) {
    return behind;
  }
  for (const text of texts.filter(Boolean)) {
    const late = await findPosted(host, room, { visitorId, text, at, writtenAt, wamid, receivedAt });
    if (late !== undefined) {
      return late;
    }
  }
  return undefined;
}

async function tellFailure(
  host: Host,
  arrival: MediaArrival,
  { reason, canHelp, waitsUntil }: Extract<MediaOutcome, { kind: 'failed' }>,
  t: Translate,
): Promise<Landing> {
  const { room, text } = arrival;
  const what = sayMedia(arrival.media, t);
  const at = placeInstead(host, arrival);
  if (!canHelp) {
    const messageId = await postInstead(host, arrival, linesOf(t('media:notTaken', { what, reason }), text), at);
    return { roomId: room.id, messageId };
  }
  await postCard(host, arrival, { text: t('media:unfetched', { what, reason }), shownAt: at, waitsUntil });
  // The card alone may not notify anybody. The customer's own message, even if it only says that there was a file,
  // marks the room as unread and waiting.
  const messageId = await postInstead(host, arrival, text || what, at);
  return { roomId: room.id, messageId, captionId: text ? messageId : undefined };
}

/** Rocket.Chat stored the file but posted no message: the room was just closed, or too much was written in it. */
async function intoNewRoom(host: Host, arrival: MediaArrival): Promise<Landing> {
  const { room, conversation } = await openRoom(host, arrival.number, arrival.conversation);
  if (room.id !== arrival.room.id) {
    return putMediaIntoRoom(host, { ...arrival, ...placeIn({ room, conversation }) });
  }
  if (arrival.text || arrival.attachments?.length || arrival.writtenAt) {
    await postInstead(host, arrival, arrival.text, placeInstead(host, arrival));
  }
  return { roomId: room.id };
}

/** A new conversation may have begun with another visitor, whose name in the room is used. */
function placeIn({ room, conversation }: Pick<MediaArrival, 'room' | 'conversation'>) {
  return { room, conversation, visitor: visitorIn(room, conversation) };
}

async function isClosedNow({ read }: Host, { id }: ILivechatRoom): Promise<boolean> {
  const room = await read.getRoomReader().getById(id);
  return room !== undefined && isClosed(room);
}

function linesOf(...lines: string[]): string {
  return lines.filter(Boolean).join('\n');
}

/** @returns the message's id; undefined when there is no text to post */
async function postCaption(
  host: Host,
  arrival: MediaArrival,
  text: string,
  storedAt: number,
): Promise<string | undefined> {
  const { room, visitor, attachments, writtenAt, wamid } = arrival;
  if (!text && !attachments?.length && !writtenAt) {
    return undefined;
  }
  const at = host.memory.timesInRoom.caption(keyOf(arrival), arrival.placedAt, storedAt);
  return postAsCustomer(host, room, visitor, { text, attachments, writtenAt, at, wamid });
}

/** The room time of what stands in place of a file. */
function placeInstead({ memory: { timesInRoom } }: Host, arrival: MediaArrival): number {
  const { placedAt, writtenAt } = arrival;
  return writtenAt ? timesInRoom.after(keyOf(arrival), placedAt) : timesInRoom.place(keyOf(arrival), placedAt);
}

/**
 * Posts the customer's words in place of a file, unless a crash left them in the room.
 *
 * @param at their room time, epoch milliseconds
 * @returns the message's id
 */
async function postInstead(host: Host, arrival: MediaArrival, text: string, at: number): Promise<string> {
  const { conversation, room, visitor, attachments, writtenAt, wamid, receivedAt, place } = arrival;
  const sought = { visitorId: conversation.visitor.id, at: arrival.at, writtenAt, wamid, receivedAt, place };
  const messageId = await postAsCustomer(host, room, visitor, {
    text,
    attachments,
    writtenAt,
    at,
    wamid,
    findPosted:
      arrival.interrupted === 'never'
        ? undefined
        : (piece, except) => findPosted(host, room, { ...sought, text: piece, except }),
  });
  if (writtenAt) {
    // What the customer wrote after it is placed behind it.
    host.memory.timesInRoom.note(keyOf(arrival), arrival.at, at);
  }
  return messageId;
}

/**
 * Posts the card for a file that could not be fetched, unless a crash left it in the room. The record is stored first: a card
 * whose button finds nothing would be worse than a record without a card.
 */
async function postCard(
  host: Host,
  arrival: MediaArrival,
  { text, shownAt, waitsUntil }: { text: string; shownAt: number; waitsUntil?: number },
): Promise<void> {
  const { number, conversation, room, wamid, media, at, placedAt } = arrival;
  const earlier = arrival.interrupted === 'never' ? [] : await findFailedDownloads(host, wamid);
  if (earlier.some(({ cardId }) => cardId !== undefined)) {
    return;
  }
  const facts = { wamid, number: number.digits, customer: conversation.customer, at, placedAt, media, waitsUntil };
  const download = await storeFailedDownload(host, facts);
  const drawing = drawingOf({ host, t: await translatorOf(host) });
  const blocks = failedDownloadCard(drawing, { text, wamid });
  const cardId = await postNotice(host, room, { text, blocks, at: shownAt });
  await noteCard(host, download, cardId);
}

function keyOf({ number, conversation }: MediaArrival): string {
  return conversationKey(number.digits, conversation.customer);
}
