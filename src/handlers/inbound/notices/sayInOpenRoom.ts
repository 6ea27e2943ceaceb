import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import { findOpenRoom } from '../../omnichannel/findOpenRoom';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { postNotice } from '../../outbound/postNotice';
import { stampWith } from '../../whatsapp/messages/renderLate';
import { placeInTime } from '../messages/placeInTime';
import { findSaid, isBegun } from './findSaid';
import type { News } from './News';

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
  const at = host.memory.fileTimes.place(key, placeInTime(host.memory.lastPlaced, key, news.at));
  const { visitor } = conversation;
  const span = news.begunAt === undefined ? undefined : { visitor, since: news.begunAt };
  // A line that was begun before a crash was perhaps not late then, so it stands in the room without its time.
  const isStamped = Date.now() - news.at > MOST_ASIDE && !(span && (await isBegun(host, room, span, news.text)));
  const text = (isStamped ? stampWith(news.at, await translatorOf(host)) : '') + news.text;
  await postNotice(host, room, { text, at, findPosted: span && findSaid(host, room, span) });
  return true;
}
