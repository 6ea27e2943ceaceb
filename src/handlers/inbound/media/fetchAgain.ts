import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { drawingOf } from '../../../blocks/elements';
import { failedDownloadCard } from '../../../blocks/failureCards';
import { MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { findByWamid, noteOn, removeEntry } from '../../core/records/entries';
import { takeLease } from '../../core/records/leases';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { restsUntil } from '../../numbers/connectionOf';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey, findByKey } from '../../omnichannel/conversations/conversations';
import { findOpenRoom, noteOpenRoom } from '../../omnichannel/findOpenRoom';
import { openRoom } from '../../omnichannel/openRoom';
import { postAsCustomer } from '../../omnichannel/postAsCustomer';
import { visitorIn } from '../../omnichannel/visitor';
import { postNotice } from '../../outbound/postNotice';
import { postPendingNotices } from '../notices/postPendingNotices';
import { sayOrKeep } from '../notices/sayOrKeep';
import { customerLock } from '../webhook/customerLocks';
import type { MediaJourney, MediaOutcome } from './bringMedia';
import { bringMedia } from './bringMedia';
import type { FailedDownload } from './failedDownloads';
import { fileAnew, findFailedDownloads } from './failedDownloads';
import { findStoredFile } from './findStoredFile';
import { sayMedia } from './nameFile';

/** The scene of the request: a person's, who is told why the file does not come, or the sweep's. */
interface Asker {
  host: Host;
  t: Translate;
  say: (text: string) => Promise<void>;
  isSweep?: boolean;
  /** The pressed card, checked to be this app's. Its record may not name it yet. */
  cardId?: string;
}

/** How long WhatsApp keeps a customer's file, in milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** Milliseconds until the sweep tries again to open a conversation for a file. */
const PAUSE = 10 * MINUTE;

/**
 * Milliseconds for which no other instance fetches the file, and the part of it that must be left to put the file into
 * a room.
 */
const LEASE = { lasts: 10 * MINUTE, least: 3 * MINUTE };

/**
 * Fetches a file that had to wait for 360dialog's limit of failures. If its conversation was closed meanwhile, the file
 * goes into the next one, which is opened if necessary. If the download fails again, the card stays. The app tries
 * again by itself only if the limit was the reason.
 *
 * @returns whether it is done; false while another instance fetches it
 */
export async function fetchByItself(host: Host, download: FailedDownload): Promise<boolean> {
  return fetchAgain({ host, t: await translatorOf(host), say: () => Promise.resolve(), isSweep: true }, download);
}

/**
 * **Try again** on the card of a failed download: fetches the file with a fresh address, under the customer's lock and
 * by one instance, so that two presses post one file. The card is removed when the file is posted or will never be
 * available; otherwise it stays, and the person who pressed is told why.
 *
 * @returns false where another instance is fetching it
 */
export async function fetchAgain(asker: Asker, { number, customer, wamid }: FailedDownload): Promise<boolean> {
  const { host, t, say } = asker;
  try {
    return await host.memory.locks.run(customerLock(number, customer), async () => {
      const lease = await takeLease(host, `file ${wamid}`, LEASE.lasts);
      if (!lease) {
        await say(t('media:underWay'));
        return false;
      }
      try {
        const [download] = await findFailedDownloads(host, wamid);
        await (asker.isSweep ? fetchDue : fetchPressed)(asker, download, () => lease.left() > LEASE.least);
        return true;
      } finally {
        await lease.end();
      }
    });
  } catch (error) {
    host.logger.error('A file of a customer could not be fetched again:', String(error));
    await say(t('errors:bug'));
    return true;
  }
}

type MayStore = MediaJourney['mayStore'];

async function fetchPressed(asker: Asker, download: FailedDownload | undefined, mayStore: MayStore): Promise<void> {
  const refusal = download ? await fetchIn(asker, download, mayStore) : 'media:notWaiting';
  if (refusal) {
    await asker.say(asker.t(refusal));
  }
}

/** The file is no longer due: the former holder of the lease fetched it, tried it or filed it under a later minute. */
async function fetchDue(asker: Asker, download: FailedDownload | undefined, mayStore: MayStore): Promise<void> {
  const { host, t } = asker;
  if (download?.waitsUntil === undefined || download.waitsUntil > Date.now()) {
    return;
  }
  // Noted first: otherwise a file that ends the process would be tried for ever.
  const { waitsUntil: _, ...rest } = download;
  const tried = await fileAnew(host, download, rest);
  if ((await fetchIn(asker, tried, mayStore)) !== 'media:roomClosed') {
    return;
  }
  const { number, customer, wamid, media, at } = tried;
  if (Date.now() - at < WEEK) {
    await fileAnew(host, tried, { ...tried, waitsUntil: Date.now() + PAUSE });
    return;
  }
  const conversation = await findByKey(host, number, customer);
  if (conversation) {
    const text = t('media:notTaken', { what: sayMedia(media, t), reason: t('media:gone') });
    await sayOrKeep(host, conversation, { wamid, at, text });
  }
  await forget(host, await findFailedDownloads(host, wamid));
}

/** @returns the key of the reason when no attempt is made */
async function fetchIn(asker: Asker, download: FailedDownload, mayStore: MayStore): Promise<string | undefined> {
  const { host, t, say, isSweep, cardId } = asker;
  const { number: digits, customer, wamid, media, at, placedAt = at } = download;
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findByKey(host, digits, customer);
  if (!number || !conversation) {
    return 'media:numberGone';
  }
  const room = (await findOpenRoom(host, conversation)) ?? (isSweep && (await openFor(host, number, conversation)));
  if (!room) {
    return 'media:roomClosed';
  }
  const visitor = visitorIn(room, conversation);
  // Its limit is checked below. The person who asks for it knows that it may be heavy.
  const interrupted = 'never';
  const journey: MediaJourney = { number, room, visitor, media, wamid, at, interrupted, mayStore };
  const there = await findStoredFile(host, journey, t);
  const outcome: MediaOutcome = there ? { kind: 'posted', file: there } : await bringMedia(host, journey, t);
  if (outcome.kind === 'room-closed') {
    return 'media:roomClosed';
  }
  if (outcome.kind === 'posted') {
    const { messageId, storedAt } = outcome.file;
    host.memory.timesInRoom.note(conversationKey(digits, customer), placedAt, storedAt);
    await relink(host, wamid, { roomId: room.id, messageId });
    if (outcome.isUnverified) {
      await postAsCustomer(host, room, journey.visitor, { text: t('media:unverified'), at: placedAt, wamid });
    }
  } else if (outcome.canHelp && outcome.waitsUntil !== undefined && Date.now() - at < WEEK) {
    await fileAnew(host, download, { ...download, waitsUntil: outcome.waitsUntil });
    await say(t('media:unfetched', { what: sayMedia(media, t), reason: outcome.reason }));
    return undefined;
  } else if ((await findOpenRoom(host, conversation))?.id !== room.id) {
    return 'media:roomClosed';
  } else if (outcome.canHelp) {
    const text = t('media:unfetched', { what: sayMedia(media, t), reason: outcome.reason });
    await (isSweep ? showCardIn(asker, download, { room, text }) : say(text));
    return undefined;
  } else {
    const text = t('media:notTaken', { what: sayMedia(media, t), reason: outcome.reason });
    await postAsCustomer(host, room, journey.visitor, { text, at: placedAt, wamid });
  }
  await forget(host, await findFailedDownloads(host, wamid), cardId);
  return undefined;
}

/**
 * The next conversation of a customer whose own was closed while the file waited: nobody reads the closed one.
 *
 * @returns undefined when none can be opened because no agent is there, or when it would be useless because the limit
 * still holds
 */
async function openFor(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
): Promise<ILivechatRoom | undefined> {
  if (((await restsUntil(host, number.digits)) ?? 0) > Date.now()) {
    return undefined;
  }
  try {
    const opened = await openRoom(host, number, conversation);
    await noteOpenRoom(host, opened.room.id);
    await postPendingNotices(host, opened.conversation, { room: opened.room, at: Date.now(), awaited: opened.awaited });
    return opened.room;
  } catch (error) {
    host.logger.warn('No conversation could be opened for a file that waits:', String(error));
    return undefined;
  }
}

/** Nobody reads a card in a closed conversation, so the card is posted again where the file was to come. */
async function showCardIn(
  { host, t }: Asker,
  download: FailedDownload,
  { room, text }: { room: ILivechatRoom; text: string },
): Promise<void> {
  const { cardId, wamid } = download;
  const card = cardId ? await host.read.getMessageReader().getById(cardId) : undefined;
  if (card?.room.id === room.id) {
    return;
  }
  const drawing = drawingOf({ host, t });
  const newId = await postNotice(host, room, { text, blocks: failedDownloadCard(drawing, { text, wamid }) });
  await fileAnew(host, download, { ...download, cardId: newId });
  await removeCard(host, cardId);
}

/** From now on the customer's reactions and quotes refer to the file's message. */
async function relink(host: Host, wamid: string, place: { roomId: string; messageId?: string }): Promise<void> {
  const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
  if (link) {
    await noteOn(host, link, place);
  }
}

/**
 * Removes the records of a file and its cards: the recorded ones and the pressed one. A crash, or a press on another
 * instance, may come before the id of the card is recorded.
 */
async function forget(host: Host, all: readonly FailedDownload[], pressed?: string): Promise<void> {
  for (const download of all) {
    await removeEntry(host, download);
  }
  for (const cardId of new Set([...all.map((download) => download.cardId), pressed])) {
    await removeCard(host, cardId);
  }
}

async function removeCard(host: Host, cardId: string | undefined): Promise<void> {
  const card = cardId ? await host.read.getMessageReader().getById(cardId) : undefined;
  if (card) {
    await host.modify.getDeleter().deleteMessage(card, await host.memory.appUser.get(host));
  }
}
