import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { newestMessages } from '../omnichannel/newestMessages';
import { findByAbout } from '../records/entries';
import type { Entry } from '../records/Entry';
import { KEPT } from '../records/KEPT';
import { DELIVERIES } from '../records/notes';
import { excerptOf } from './excerptOf';
import { isForeign } from './isForeign';

/** So many messages are looked through, and so many of those that went to the customer are told of. */
const LOOKED_THROUGH = 50;
const TOLD = 10;

/** Milliseconds for which a message without any record may be about to be sent. */
const SOON = 30_000;

/** What became of one of the WhatsApp messages that a message became. */
export interface ReportedPart {
  /** A state of the delivery machine; or it is on its way to WhatsApp, or nobody knows whether it arrived there. */
  state: string;
  /** The states that it went through, with their times in epoch milliseconds, in their order. */
  reached: readonly { state: string; at: number }[];
  /** Why it failed. */
  reason?: string;
}

/** What became of a message to the customer. */
export interface MessageReport {
  excerpt: string;
  /** Epoch milliseconds. */
  postedAt: number;
  /** One for each WhatsApp message; none where none is known, and why. */
  parts: readonly ReportedPart[];
  none?: 'waiting' | 'unsent' | 'forgotten';
}

/** What became of the last messages to the customer in a room, newest first: a round trip for each that is looked at. */
export async function reportRoom(host: Host, roomId: string): Promise<MessageReport[]> {
  const { id: botId } = await host.memory.appUser.get(host);
  const newest = await newestMessages(host, roomId, LOOKED_THROUGH);
  const ofAgents = newest.filter((message) => !isForeign(message) && message.sender._id !== botId).slice(0, TOLD);
  return Promise.all(ofAgents.map((message) => reportMessage(host, message)));
}

/** What became of one message; undefined where it is none that goes to the customer. */
export async function reportAgentMessage(host: Host, message: IMessage): Promise<MessageReport | undefined> {
  const { id: botId } = await host.memory.appUser.get(host);
  return isForeign(message) || message.sender.id === botId ? undefined : reportMessage(host, message);
}

async function reportMessage(
  host: Host,
  message: Pick<IMessage | IMessageRaw, 'id' | 'text' | 'file' | 'createdAt'>,
): Promise<MessageReport> {
  const { id = '', text = '', file, createdAt } = message;
  const postedAt = createdAt ? new Date(createdAt).getTime() : Date.now();
  const parts = partsOf(await findByAbout(host, id));
  const excerpt = excerptOf(text, { file });
  return parts.length > 0 ? { excerpt, postedAt, parts } : { excerpt, postedAt, parts, none: whyNone(postedAt) };
}

function whyNone(postedAt: number): MessageReport['none'] {
  const age = Date.now() - postedAt;
  if (age > KEPT) {
    return 'forgotten';
  }
  return age < SOON ? 'waiting' : 'unsent';
}

/** A piece that was sent again has several records, of which the newest counts. */
function partsOf(entries: readonly Entry[]): ReportedPart[] {
  const byPiece = new Map<string, ReportedPart>();
  for (const entry of entries) {
    if (entry.kind === 'link') {
      const { piece = '', delivery = 'accepted', reached = {}, reason } = entry;
      byPiece.set(piece, { state: delivery, reached: inOrder(reached), reason });
    } else if (entry.kind === 'outbox') {
      byPiece.set(entry.piece ?? '', { state: entry.told ? 'uncertain' : 'waiting', reached: [] });
    }
  }
  return [...byPiece.values()];
}

/** WhatsApp's clock is another one than ours, so that times do not tell the order. */
function inOrder(reached: Readonly<Record<string, number>>): ReportedPart['reached'] {
  return DELIVERIES.flatMap((state) => {
    const at = reached[state];
    return at === undefined ? [] : { state, at };
  });
}
