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

/** The one who asks for the file: a person, who reads why it does not come, or the sweep. */
interface Asker {
  host: Host;
  t: Translate;
  say: (text: string) => Promise<void>;
  isSweep?: boolean;
  /** The card that was pressed, proven to be ours: its record may not name it yet. */
  cardId?: string;
}

/** WhatsApp keeps a customer's file for so long, in milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** Milliseconds until the sweep tries anew to open a conversation for a file. */
const PAUSE = 10 * MINUTE;

/** Milliseconds for which no other instance fetches the file, and how much of that has to be left to put it into a room. */
const LEASE = { lasts: 10 * MINUTE, least: 3 * MINUTE };

/**
 * Fetches a file that had to wait for 360dialog's limit of failures, now that its time has come. Where its conversation
 * was closed meanwhile, the file comes into the next one, which is opened for it if need be. If the
 * download fails again, the card stays. The app tries again by itself only if the limit was the reason.
 *
 * @returns whether it need not be looked at again: false while another instance fetches it
 */
export async function fetchByItself(host: Host, download: FailedDownload): Promise<boolean> {
  return fetchAgain({ host, t: await translatorOf(host), say: () => Promise.resolve(), isSweep: true }, download);
}

/**
 * **Try again** under a file that could not be fetched: fetches it with a fresh address, in the customer's turn and by one
 * instance, so that two presses leave one file. The card goes when the file is there, or when it turns out that it will
 * never be; else it stays, and the one who pressed reads why.
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

/** A file that is no longer due was fetched, tried or filed under a later minute by the former holder of the lease. */
async function fetchDue(asker: Asker, download: FailedDownload | undefined, mayStore: MayStore): Promise<void> {
  const { host, t } = asker;
  if (download?.waitsUntil === undefined || download.waitsUntil > Date.now()) {
    return;
  }
  // Noted first: what ends the process would else be taken up for ever.
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

/** @returns the key of the reason why no attempt is made */
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
  // It is looked for below. Whoever asks for it knows that it may be heavy.
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
 * The next conversation of a customer whose file waited until theirs was closed: nobody looks into that one any more.
 *
 * @returns undefined where none can be opened, as when nobody is there, or would be for nothing, as the limit still holds
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

/** A card in a conversation that is closed by now is read by nobody: it is drawn anew where the file was to come. */
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

/** From now on the file's message is what the customer's reactions and quotes mean. */
async function relink(host: Host, wamid: string, place: { roomId: string; messageId?: string }): Promise<void> {
  const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
  if (link) {
    await noteOn(host, link, place);
  }
}

/**
 * Removes the records of a file, and its cards: those that were written down, and the one that was pressed. A crash, or a
 * press on another instance, may come between the card and the note of its id.
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
