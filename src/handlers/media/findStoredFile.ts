import type { Host } from '../Host';
import type { Translate } from '../translation/Translate';
import type { MediaJourney } from './bringMedia';
import { isKnownOther, messagesOfOthers } from '../records/messagesOfOthers';
import { findFiles } from './findFile';
import type { PostedFile } from './PostedFile';
import { stemOfFile } from './stemOfFile';

/** As far back as one round trip reaches. */
const FURTHEST = 100;
/** Milliseconds by which WhatsApp's clock may run before ours. */
const CLOCKS = 60_000;
/** A file and what is written down about it may fall into two minutes. */
const MINUTE = 60_000;

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
  // The oldest first: of two messages that both have to be looked for the first one became it.
  for (const found of alike.reverse()) {
    const { messageId, storedAt } = found;
    const others = await messagesOfOthers(host, wamid, [storedAt, storedAt - MINUTE, storedAt + MINUTE]);
    if (!others.has(messageId) && !isKnownOther(host, wamid, messageId)) {
      host.memory.posted.set(messageId, wamid);
      return found;
    }
  }
  return undefined;
}
