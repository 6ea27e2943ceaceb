import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import { newestMessages } from '../omnichannel/newestMessages';

/** So far back a file is looked for that a crash may have left in the room without being remembered. */
const MOST_MESSAGES = 100;

/**
 * The message with the text that belongs to a file, where it stands right behind it. Asked only after a crash, which may
 * have come between the file and its text; an album has the same text behind each of its files.
 *
 * @param texts as it may stand there
 */
export async function findCaption(
  host: Host,
  room: IRoom,
  file: { messageId?: string; visitorId: string },
  texts: readonly string[],
): Promise<string | undefined> {
  const newestFirst = await newestMessages(host, room.id, MOST_MESSAGES);
  const behind = newestFirst[newestFirst.findIndex(({ id }) => id === file.messageId) - 1];
  const said = (behind?.text ?? '').trim();
  const isTheirs = texts.some((text) => text.trim() === said);
  const isCaption = behind?.sender._id === file.visitorId && said !== '' && isTheirs;
  return isCaption ? behind.id : undefined;
}
