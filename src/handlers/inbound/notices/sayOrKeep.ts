import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import { findOpenRoom } from '../../omnichannel/findOpenRoom';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { splitMarkdown } from '../../omnichannel/postWhole';
import { postNotice } from '../../outbound/postNotice';
import { stampWith } from '../../whatsapp/messages/renderLate';
import { placeInTime } from '../messages/placeInTime';
import type { Task } from '../webhook/Task';
import { findNotice, isBegun } from './findNotice';
import { storePendingNotice } from './pendingNotices';

/** A line about a customer, for their agents. */
export interface News {
  /** Rocket.Chat Markdown. */
  text: string;
  /** The WhatsApp message that tells it. */
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** When the webhook of it was begun before, epoch milliseconds: since then it may stand in the room already. */
  begunAt?: number;
}

/** The notice for the agents about an event. */
export function newsOf(
  { event, inbox }: { event: { wamid: string; timestamp: number | null }; inbox: Task['inbox'] },
  text: string,
): News {
  const { receivedAt, resumed } = inbox;
  return { text, wamid: event.wamid, at: event.timestamp ?? receivedAt, begunAt: resumed ? receivedAt : undefined };
}

/** Characters of each piece of news that are kept: it says what happened, it is no archive. */
const LONGEST = 500;

/**
 * Tells the agents of an open conversation something about it. Where none is open it is kept, cut to its beginning, and
 * told when the next one opens (`postPendingNotices`).
 */
export async function sayOrKeep(host: Host, conversation: Conversation, news: News): Promise<void> {
  if (!(await sayInOpenRoom(host, conversation, news))) {
    const { wamid, at } = news;
    const [beginning = '', ...rest] = splitMarkdown(news.text, LONGEST);
    await storePendingNotice(host, conversation, { wamid, at, text: rest.length > 0 ? `${beginning} …` : beginning });
  }
}

/**
 * Tells the agents of an open conversation something about it; a conversation that is not open is not opened for it. What
 * a crash has left in the room already is not said again. What is not of just now says when it happened, as Rocket.Chat lets
 * no app date its line so far back.
 *
 * @returns whether there was somebody to tell
 */
export async function sayInOpenRoom(host: Host, conversation: Conversation, news: News): Promise<boolean> {
  const room = await findOpenRoom(host, conversation);
  if (!room) {
    return false;
  }
  const key = conversationKey(conversation.number, conversation.customer);
  // Between what the customer wrote before and after it.
  const at = host.memory.timesInRoom.between(key, placeInTime(host.memory.lastPlaced, key, news.at));
  const { visitor } = conversation;
  const span = news.begunAt === undefined ? undefined : { visitor, since: news.begunAt };
  // A line that was begun before a crash was perhaps not late then, so it stands in the room without its time.
  const isStamped = Date.now() - news.at > MOST_ASIDE && !(span && (await isBegun(host, room, span, news.text)));
  const text = (isStamped ? stampWith(news.at, await translatorOf(host)) : '') + news.text;
  await postNotice(host, room, { text, at, findPosted: span && findNotice(host, room, span) });
  return true;
}
