import type { Host } from '../Host';
import { findOpenRoom } from '../omnichannel/findOpenRoom';
import { postAsApp } from '../omnichannel/postAsApp';
import type { Conversation } from '../records/conversations';

/**
 * Tells the agents of an open conversation something about it; a conversation that is not open is not opened for it.
 *
 * @returns whether there was somebody to tell
 */
export async function sayInOpenRoom(host: Host, conversation: Conversation, text: string): Promise<boolean> {
  const room = await findOpenRoom(host, conversation);
  if (room) {
    await postAsApp(host, room, { text });
  }
  return room !== undefined;
}
