import type { Host } from '../Host';
import type { Translate } from '../translation/Translate';
import type { MediaJourney } from './bringMedia';
import { findFile } from './findFile';
import type { PostedFile } from './PostedFile';
import { stemOfFile } from './stemOfFile';

/** As far back as one round trip reaches. */
const FURTHEST = 100;
/** Milliseconds by which WhatsApp's clock may run before ours. */
const CLOCKS = 60_000;

/**
 * The message of a file that an attempt left in the room without anybody remembering it: known by its name, which is
 * made of the message's id unless the customer named the file, and by being younger than WhatsApp's message. Asked only
 * where there was an attempt before.
 */
export async function findStoredFile(
  host: Host,
  { room, media, wamid, at }: Pick<MediaJourney, 'room' | 'media' | 'wamid' | 'at'>,
  t: Translate,
): Promise<PostedFile | undefined> {
  const stem = stemOfFile({ media, wamid, at, t });
  return findFile(
    host,
    room,
    FURTHEST,
    ({ file, createdAt }) => createdAt > at - CLOCKS && (file.name === stem || file.name.startsWith(`${stem}.`)),
  );
}
