import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { newestMessages } from '../../omnichannel/newestMessages';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import { findByAbout, findByApp, readRetention } from '../../core/records/entries';
import type { Entry, LinkEntry, OutboxEntry, RefusalEntry } from '../../core/records/Entry';
import { findKept } from '../../omnichannel/conversations/keptMessages';
import type { KeptMessage } from '../../omnichannel/conversations/keptMessages';
import { DELIVERIES } from '../../core/records/notes';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { isForeign } from '../agent/messageOrigin';
import { excerptOf } from '../pieces/textOfMessage';
import { ACCEPTED } from './advanceDelivery';

/** The number of searched messages, and of listed messages to the customer. */
const LOOKED_THROUGH = 50;
const TOLD = 10;

/** Milliseconds for which a message without a record may still be about to be sent. */
const SOON = 30_000;

/** The status of one WhatsApp message of a message. */
export interface ReportedPart {
  /** A state of the delivery machine, or an earlier one: being sent, unknown whether WhatsApp has it, or given up. */
  state: string;
  /** The states that it went through, in order, with their times in epoch milliseconds. */
  reached: readonly { state: string; at: number }[];
  /** Why it failed, and what to do. */
  reason?: string;
}

/** The status of a message to the customer. */
export interface MessageReport {
  excerpt: string;
  /** The sender when it is not a person: the app itself, or a template of this name. */
  origin?: { template?: string };
  /** Epoch milliseconds. */
  postedAt: number;
  /** One for each WhatsApp message that it became. */
  parts: readonly ReportedPart[];
  /** Why there are no parts. For a kept message: that more will follow when the customer answers. */
  none?: 'waiting' | 'unsent' | 'forgotten' | 'kept';
}

/** A message that waits for its customer's answer. */
export interface KeptReport {
  messageId: string;
  excerpt: string;
  /** The author, as Rocket.Chat calls them. */
  writtenBy: string;
  /** Epoch milliseconds. */
  writtenAt: number;
  /** Whether it was written in an earlier conversation. */
  isEarlier: boolean;
}

/** The messages to the customer of a room, with their statuses. */
export interface RoomReport {
  /**
   * All messages that wait for the customer's answer, also from earlier conversations, in the order in which they were
   * written.
   */
  kept: readonly KeptReport[];
  /** The last messages of this room, newest first. */
  messages: readonly MessageReport[];
}

/** A message of Rocket.Chat, in either of its two forms. */
type Written = Pick<IMessage | IMessageRaw, 'id' | 'text' | 'file' | 'createdAt'>;

/**
 * The waiting messages for the customer of a room, and the statuses of the last messages to them: those of people and
 * bots, templates, and automatic texts. It costs a round trip for each message of a person or a bot and for each
 * waiting one.
 */
export async function reportRoom(host: Host, roomId: string, room: WhatsappRoom): Promise<RoomReport> {
  const { id: botId } = await host.memory.appUser.get(host);
  const newest = await newestMessages(host, roomId, LOOKED_THROUGH);
  const ofAgents = newest.filter((message) => !isForeign(message) && message.sender._id !== botId).slice(0, TOLD);
  const kept = await findKept(host, room);
  const written = await Promise.all(ofAgents.map((message) => reportWritten(host, message, kept)));
  const byApp = (await findSends(host, room)).filter((send) => send.roomId === roomId || send.roomId === '');
  const t = await translatorOf(host);
  const messages = [...written, ...byApp.map((send) => reportSend(send, t))]
    .sort((a, b) => b.postedAt - a.postedAt)
    .slice(0, TOLD);
  return { kept: (await Promise.all(kept.map((each) => reportKept(host, each, roomId)))).flat(), messages };
}

/** A deleted message is not sent when the customer answers, so it does not count as waiting. */
async function reportKept(host: Host, kept: KeptMessage, roomId: string): Promise<KeptReport[]> {
  const { messageId, writtenAt } = kept;
  const message = await host.read.getMessageReader().getById(messageId);
  if (!message) {
    return [];
  }
  const { name, username } = message.sender;
  const excerpt = excerptOf(message.text ?? '', message);
  return [{ messageId, excerpt, writtenBy: name || username, writtenAt, isEarlier: kept.roomId !== roomId }];
}

/** The status of one message; undefined if it does not go to the customer. */
export async function reportMessage(
  host: Host,
  message: IMessage,
  room: WhatsappRoom,
): Promise<MessageReport | undefined> {
  const { id: botId } = await host.memory.appUser.get(host);
  if (isForeign(message)) {
    return undefined;
  }
  if (message.sender.id !== botId) {
    return reportWritten(host, message, await findKept(host, room));
  }
  const send = shownBy(message, await findSends(host, room));
  return send && reportSend(send, await translatorOf(host));
}

async function reportWritten(host: Host, message: Written, kept: readonly KeptMessage[]): Promise<MessageReport> {
  const { id = '', text = '', file } = message;
  const postedAt = postedAtOf(message);
  const parts = partsOf(await findByAbout(host, id), await translatorOf(host));
  const excerpt = excerptOf(text, { file });
  if (kept.some(({ messageId }) => messageId === id)) {
    // The refused message is now waiting.
    const taken = parts.filter(({ state }) => state !== 'refused' && state !== 'failed');
    return { excerpt, postedAt, parts: taken, none: 'kept' };
  }
  return parts.length > 0
    ? { excerpt, postedAt, parts }
    : { excerpt, postedAt, parts, none: await whyNone(host, postedAt) };
}

function postedAtOf({ createdAt }: Written): number {
  return createdAt ? new Date(createdAt).getTime() : Date.now();
}

async function whyNone(host: Host, postedAt: number): Promise<MessageReport['none']> {
  const age = Date.now() - postedAt;
  if (age > (await readRetention(host))) {
    return 'forgotten';
  }
  return age < SOON ? 'waiting' : 'unsent';
}

/** A record with the state of a message, or of a part of it. */
type Told = LinkEntry | OutboxEntry | RefusalEntry;

/** A template or an automatic text for a customer, sent or not. */
interface Send {
  roomId: string;
  /** The message that shows it in the room, if recorded. */
  messageId?: string;
  text: string;
  template?: string;
  /** Epoch milliseconds. */
  at: number;
  records: Told[];
}

/** Messages to a customer that no agent wrote, oldest first. A template goes to several people under one name. */
async function findSends(host: Host, { number, customer }: WhatsappRoom): Promise<Send[]> {
  const sends = new Map<string, Send>();
  for (const record of (await findByApp(host, conversationKey(number, customer))).filter(isTold)) {
    const { about = '', piece = '', roomId = '', messageId, text = '', template } = record;
    const name = template === undefined ? about : `${about} ${piece}`;
    const known = sends.get(name);
    const at = record.kind === 'link' ? (record.reached?.[ACCEPTED] ?? 0) : record.at;
    const records = [...(known?.records ?? []), record];
    sends.set(name, { roomId, text, template, at, ...known, messageId: messageId ?? known?.messageId, records });
  }
  return [...sends.values()];
}

function isTold(entry: Entry): entry is Told {
  return entry.kind === 'link' || entry.kind === 'outbox' || entry.kind === 'refusal';
}

/**
 * The send that a message of the app shows. An automatic text is posted in the room unchanged, shortly after it was
 * sent.
 */
function shownBy(message: IMessage, sends: readonly Send[]): Send | undefined {
  const distance = ({ at }: Send) => Math.abs(at - postedAtOf(message));
  const isShown = ({ messageId, template, text, roomId }: Send) =>
    messageId === message.id || (template === undefined && roomId === message.room.id && text === message.text);
  return sends.filter(isShown).sort((a, b) => distance(a) - distance(b))[0];
}

function reportSend({ text, template, at, records }: Send, t: Translate): MessageReport {
  return { excerpt: excerptOf(text), origin: { template }, postedAt: at, parts: partsOf(records, t) };
}

/**
 * A part that was sent again has several records, and the newest counts. A record that nothing of the message could be
 * sent is outdated as soon as a part was sent.
 */
function partsOf(entries: readonly Entry[], t: Translate): ReportedPart[] {
  const byPiece = new Map<string | undefined, ReportedPart>();
  for (const entry of entries) {
    if (isTold(entry)) {
      byPiece.delete(undefined);
      byPiece.set(entry.piece, partOf(entry, t));
    }
  }
  return [...byPiece.values()];
}

function partOf(entry: Told, t: Translate): ReportedPart {
  if (entry.kind === 'link') {
    const { delivery = ACCEPTED, reached = {}, reason } = entry;
    return { state: delivery, reached: inOrder(reached), reason };
  }
  if (entry.kind === 'outbox') {
    return { state: entry.told ? 'uncertain' : 'waiting', reached: [] };
  }
  const { at, key, params, code } = entry;
  const error = new AppError({ kind: 'refused', retry: 'no', key, params, code });
  return { state: 'refused', reached: [{ state: 'refused', at }], reason: describeError(error, t) };
}

/** WhatsApp's clock differs from ours, so times do not give the order. */
function inOrder(reached: Readonly<Record<string, number>>): ReportedPart['reached'] {
  return DELIVERIES.flatMap((state) => {
    const at = reached[state];
    return at === undefined ? [] : { state, at };
  });
}
