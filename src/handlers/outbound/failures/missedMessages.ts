import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { newestMessages } from '../../omnichannel/newestMessages';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { findByAbout } from '../../core/records/entries';
import { isForeign } from '../agent/messageOrigin';
import { piecesOf } from '../pieces/piecesOf';
import { reportFailure } from './reportFailure';

/** Rocket.Chat gives no more than this many messages at once. */
const PAGE_SIZE = 100;
const MOST_PAGES = 5;

/**
 * Agents' messages in a room that were not sent, or only in part, without anybody being told: they have fewer records
 * than parts, and no card names them. At most the last 500 messages are checked.
 */
export async function findMissedMessages(
  host: Host,
  room: IRoom,
  { since, until }: { since: number; until: number },
): Promise<IMessage[]> {
  const whatsapp = readWhatsappRoom(room, host.app.id);
  const recent = whatsapp ? await readSince(host, room.id, since) : [];
  const { id: botId } = await host.memory.appUser.get(host);
  const cards = JSON.stringify(recent.filter(({ sender }) => sender._id === botId).map(({ blocks }) => blocks));
  const candidates = recent.filter(
    (message) =>
      !isForeign(message) &&
      message.sender._id !== botId &&
      new Date(message.createdAt).getTime() <= until &&
      !cards.includes(message.id),
  );
  const missed: IMessage[] = [];
  for (const { id } of candidates.reverse()) {
    const message = await host.read.getMessageReader().getById(id);
    if (message && !isForeign(message) && (await isMissed(host, { ...message, room }))) {
      missed.push({ ...message, room });
    }
  }
  return missed;
}

async function readSince(host: Host, roomId: string, since: number): Promise<IMessageRaw[]> {
  const found: IMessageRaw[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await newestMessages(host, roomId, PAGE_SIZE, page * PAGE_SIZE);
    const young = messages.filter(({ createdAt }) => new Date(createdAt).getTime() >= since);
    found.push(...young);
    if (young.length < PAGE_SIZE) {
      break;
    }
  }
  return found;
}

/** A message of several parts may have been sent in part. A message whose file cannot be read was not sent at all. */
async function isMissed(host: Host, message: IMessage): Promise<boolean> {
  const records = await findByAbout(host, message.id ?? '');
  if (records.some((entry) => entry.kind === 'outbox' && entry.state === 'waiting' && entry.content === undefined)) {
    // The whole message is waiting.
    return false;
  }
  if (records.at(-1)?.kind === 'refusal') {
    // The author was told.
    return false;
  }
  const known = records.filter(({ kind }) => kind !== 'refusal').length;
  const pieces = piecesOf(host, message);
  try {
    for (let sent = 0; sent < known; sent += 1) {
      await pieces.next();
    }
    return (await pieces.next()).done !== true;
  } catch {
    return known === 0;
  }
}

/**
 * Tells the agents about a message that Rocket.Chat did not report to the app. The app does not send it by itself: it
 * may be outdated, and another instance may be sending it. The card's button sends the missing parts.
 */
export async function reportMissedMessage(host: Host, message: IMessage): Promise<void> {
  const whatsapp = readWhatsappRoom(message.room, host.app.id);
  const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:notHeard' });
  if (whatsapp) {
    await reportFailure(host, { ...whatsapp, roomId: message.room.id, messageId: message.id }, error);
  }
}
