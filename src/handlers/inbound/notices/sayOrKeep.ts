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
  /** The WhatsApp message with the news. */
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** When an earlier attempt at its webhook began, epoch milliseconds: the line may be in the room since then. */
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

/** Characters of each notice that are kept: it says what happened and is not an archive. */
const LONGEST = 500;

/**
 * Posts a line for the agents in the open conversation. If none is open, the beginning of the line is kept and posted
 * when the next one opens (`postPendingNotices`).
 */
export async function sayOrKeep(host: Host, conversation: Conversation, news: News): Promise<void> {
  if (!(await sayInOpenRoom(host, conversation, news))) {
    const { wamid, at } = news;
    const [beginning = '', ...rest] = splitMarkdown(news.text, LONGEST);
    await storePendingNotice(host, conversation, { wamid, at, text: rest.length > 0 ? `${beginning} …` : beginning });
  }
}

/**
 * Posts a line for the agents in the open conversation; none is opened for it. A line that a crash left in the room is
 * not posted again. A line about an earlier moment names its time, because Rocket.Chat does not let an app date a line
 * so far back.
 *
 * @returns whether there was an open conversation
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
  // Before the crash the line may not have been late, so it may be in the room without its time.
  const isStamped = Date.now() - news.at > MOST_ASIDE && !(span && (await isBegun(host, room, span, news.text)));
  const text = (isStamped ? stampWith(news.at, await translatorOf(host)) : '') + news.text;
  await postNotice(host, room, { text, at, findPosted: span && findNotice(host, room, span) });
  return true;
}
