import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import type { Translate } from '../../core/translator';
import type { PostedFile } from '../../omnichannel/files/findFile';
import { findFiles } from '../../omnichannel/files/findFile';
import { newestMessages } from '../../omnichannel/newestMessages';
import { isKnownOther, messagesOfOthers } from '../messages/findPosted';
import type { MediaJourney } from './bringMedia';
import { stemOfFile } from './nameFile';

/** Messages that one round trip returns at most. */
const FURTHEST = 100;
/** Milliseconds by which WhatsApp's clock may be ahead of ours. */
const CLOCKS = 60_000;

/**
 * Finds a file that an earlier attempt put into the room without recording it. The file is the customer's, has the expected
 * name, and is newer than the WhatsApp message. The name is made of the message's id unless the customer named the file.
 * A customer may send two files of one name, so a file that belongs to another message is left out. Called only after an
 * earlier attempt.
 */
export async function findStoredFile(
  host: Host,
  { room, visitor, media, wamid, at }: Pick<MediaJourney, 'room' | 'visitor' | 'media' | 'wamid' | 'at'>,
  t: Translate,
): Promise<PostedFile | undefined> {
  const stem = stemOfFile({ media, wamid, at, t });
  const alike = await findFiles(
    host,
    room,
    FURTHEST,
    ({ sender, file, createdAt }) =>
      sender._id === visitor.id && createdAt > at - CLOCKS && (file.name === stem || file.name.startsWith(`${stem}.`)),
  );
  // Oldest first: when two messages are searched for, the oldest file belongs to the first of them.
  for (const found of alike.reverse()) {
    const { messageId, storedAt } = found;
    // A file and its record may be filed under different minutes.
    const others = await messagesOfOthers(host, wamid, [storedAt, storedAt - MINUTE, storedAt + MINUTE]);
    if (!others.has(messageId) && !isKnownOther(host, wamid, messageId)) {
      host.memory.posted.set(messageId, wamid);
      return found;
    }
  }
  return undefined;
}

/** How many messages are searched for a file that was posted but not recorded before a crash. */
const MOST_MESSAGES = 100;

/**
 * The id of the message with a file's caption, if it stands right behind the file. Called only after a crash, which may have
 * come between the file and its caption. Each file of an album may have the same caption.
 *
 * @param texts the texts that the caption may have
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
