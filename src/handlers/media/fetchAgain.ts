import type { Host } from '../Host';
import { customerLock } from '../inbound/customerLocks';
import { findOpenRoom } from '../omnichannel/findOpenRoom';
import { visitorIn } from '../omnichannel/visitorIn';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { conversationKey, findByKey } from '../records/conversations';
import { findByWamid, noteOn, removeEntry } from '../records/entries';
import { fileAnew, findFailedDownloads } from '../records/failedDownloads';
import type { FailedDownload } from '../records/failedDownloads';
import { translatorOf } from '../translation/translatorOf';
import type { Translate } from '../translation/Translate';
import { bringMedia } from './bringMedia';
import type { MediaJourney, MediaOutcome } from './bringMedia';
import { findStoredFile } from './findStoredFile';
import { sayMedia } from './nameFile';

/** Whoever wants the file: a person who reads why it does not come, or the sweep, to which nobody listens. */
interface Asker {
  host: Host;
  t: Translate;
  say: (text: string) => Promise<void>;
}

/** WhatsApp keeps a customer's file for so long, in milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1_000;

/**
 * Fetches a file that had to wait for 360dialog's limit of failures, now that its time has come. Its card stays where it
 * cannot be fetched now either. It is not tried twice by itself unless the limit was in the way again.
 */
export async function fetchByItself(host: Host, download: FailedDownload): Promise<void> {
  // Noted first: what ends the process would else be taken up for ever.
  const { waitsUntil: _, ...rest } = download;
  await fileAnew(host, download, rest);
  await fetchAgain({ host, t: await translatorOf(host), say: () => Promise.resolve() }, download);
}

/**
 * **Try again** under a file that could not be fetched: fetches it with a fresh address, in the customer's turn, so that
 * two presses leave one file. The card goes when the file is there, or when it turns out that it will never be; else it
 * stays, and the one who pressed reads why.
 */
export async function fetchAgain(asker: Asker, { number, customer, wamid }: FailedDownload): Promise<void> {
  const { host, t, say } = asker;
  try {
    await host.memory.locks.run(customerLock(number, customer), async () => {
      const [download] = await findFailedDownloads(host, wamid);
      const refusal = download ? await fetchIn(asker, download) : 'media:notWaiting';
      if (refusal) {
        await say(t(refusal));
      }
    });
  } catch (error) {
    host.logger.error('A file of a customer could not be fetched again:', String(error));
    await say(t('errors:bug'));
  }
}

/** @returns the key of what keeps it from being tried at all */
async function fetchIn(asker: Asker, download: FailedDownload): Promise<string | undefined> {
  const { host, t, say } = asker;
  const { number: digits, customer, wamid, media, at, placedAt = at } = download;
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findByKey(host, digits, customer);
  if (!number || !conversation) {
    return 'media:numberGone';
  }
  const room = await findOpenRoom(host, conversation);
  if (!room) {
    return 'media:roomClosed';
  }
  const journey: MediaJourney = { number, room, visitor: visitorIn(room, conversation), media, wamid, at };
  const there = await findStoredFile(host, journey, t);
  const outcome: MediaOutcome = there ? { kind: 'posted', file: there } : await bringMedia(host, journey, t);
  if (outcome.kind === 'room-closed') {
    return 'media:roomClosed';
  }
  if (outcome.kind === 'posted') {
    const { messageId, storedAt } = outcome.file;
    host.memory.fileTimes.note(conversationKey(digits, customer), placedAt, storedAt);
    await relink(host, wamid, { roomId: room.id, messageId });
    if (outcome.isUnverified) {
      await postAsCustomer(host, room, journey.visitor, { text: t('media:unverified'), at: placedAt, wamid });
    }
  } else if (outcome.canHelp) {
    if (outcome.waitsUntil !== undefined && Date.now() - at < WEEK) {
      await fileAnew(host, download, { ...download, waitsUntil: outcome.waitsUntil });
    }
    await say(t('media:unfetched', { what: sayMedia(media, t), reason: outcome.reason }));
    return undefined;
  } else {
    if ((await findOpenRoom(host, conversation))?.id !== room.id) {
      return 'media:roomClosed';
    }
    const text = t('media:notTaken', { what: sayMedia(media, t), reason: outcome.reason });
    await postAsCustomer(host, room, journey.visitor, { text, at: placedAt, wamid });
  }
  await forget(host, wamid);
  return undefined;
}

/** From now on the file's message is what the customer's reactions and quotes mean. */
async function relink(host: Host, wamid: string, place: { roomId: string; messageId?: string }): Promise<void> {
  const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
  if (link) {
    await noteOn(host, link, place);
  }
}

/** The card is the one that was written down: what a client names might be anybody's message. */
async function forget(host: Host, wamid: string): Promise<void> {
  for (const download of await findFailedDownloads(host, wamid)) {
    const { cardId } = download;
    const card = cardId ? await host.read.getMessageReader().getById(cardId) : undefined;
    await removeEntry(host, download);
    if (card) {
      await host.modify.getDeleter().deleteMessage(card, await host.memory.appUser.get(host));
    }
  }
}
