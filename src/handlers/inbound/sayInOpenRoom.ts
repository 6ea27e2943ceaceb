import type { Host } from '../Host';
import { findOpenRoom } from '../omnichannel/findOpenRoom';
import { postNotice } from '../outbound/postNotice';
import { conversationKey } from '../records/conversations';
import type { Conversation } from '../records/conversations';
import { findSaid } from './findSaid';
import type { News } from './News';
import { placeInTime } from './placeInTime';

/**
 * Tells the agents of an open conversation something about it; a conversation that is not open is not opened for it. What
 * a crash has left in the room already is not said again.
 *
 * @returns whether there was somebody to tell
 */
export async function sayInOpenRoom(host: Host, conversation: Conversation, news: News): Promise<boolean> {
  const room = await findOpenRoom(host, conversation);
  if (!room) {
    return false;
  }
  const { text, begunAt: since } = news;
  const key = conversationKey(conversation.number, conversation.customer);
  // Between what the customer wrote before and after it.
  const at = host.memory.fileTimes.place(key, placeInTime(host.memory.lastPlaced, key, news.at));
  const { visitor } = conversation;
  const findPosted = since === undefined ? undefined : findSaid(host, room, { visitor, since });
  await postNotice(host, room, { text, at, findPosted });
  return true;
}
