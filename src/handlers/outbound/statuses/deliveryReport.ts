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

/** The number of messages that are searched, and of messages to the customer that are listed. */
const LOOKED_THROUGH = 50;
const TOLD = 10;

/** Milliseconds for which a message without any record may be about to be sent. */
const SOON = 30_000;

/** The status of one of the WhatsApp messages of a message. */
export interface ReportedPart {
  /** A state of the delivery machine, or one before it: on its way to WhatsApp, unknown whether WhatsApp has it, or given up. */
  state: string;
  /** The states that it went through, with their times in epoch milliseconds, in their order. */
  reached: readonly { state: string; at: number }[];
  /** Why it failed, and what to do. */
  reason?: string;
}

/** The status of a message to the customer. */
export interface MessageReport {
  excerpt: string;
  /** The author when it is no person: the app itself, or a template of this name. */
  origin?: { template?: string };
  /** Epoch milliseconds. */
  postedAt: number;
  /** One for each WhatsApp message that it became. */
  parts: readonly ReportedPart[];
  /** Why there are no parts; of a message that is kept: that more will follow when the customer answers. */
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
  /** It was written in another conversation than the one that is asked about. */
  isEarlier: boolean;
}

/** The messages to the customer of a room, with their statuses. */
export interface RoomReport {
  /** All that wait for the customer's answer, also from earlier conversations, in the order in which they were written. */
  kept: readonly KeptReport[];
  /** The last ones in this room, newest first. */
  messages: readonly MessageReport[];
}

/** A message in Rocket.Chat, in either of the two forms in which it is handed over. */
type Written = Pick<IMessage | IMessageRaw, 'id' | 'text' | 'file' | 'createdAt'>;

/**
 * What waits for the customer of a room, and what became of the last messages to them: those of people and bots, templates,
 * and the app's own texts. A round trip for each that a person or a bot wrote, and for each that waits.
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

/** A message that was deleted is not sent when the customer answers, so it is none that waits. */
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
    // The refused message is the one that waits now.
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

/** A record that tells what became of a message, or of a piece of it. */
type Told = LinkEntry | OutboxEntry | RefusalEntry;

/** A template or a text of the app's own that was sent to a customer, or was to be. */
interface Send {
  roomId: string;
  /** The message that shows it in the room, where that is recorded. */
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

/** The send that a message of the app shows. A text of the app's own stands in the room as it was sent, soon afterwards. */
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
 * A piece that was sent again has several records, of which the newest counts. That nothing of the message could be sent
 * is out of date as soon as something of it was.
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

/** WhatsApp's clock is another one than ours, so that times do not tell the order. */
function inOrder(reached: Readonly<Record<string, number>>): ReportedPart['reached'] {
  return DELIVERIES.flatMap((state) => {
    const at = reached[state];
    return at === undefined ? [] : { state, at };
  });
}
