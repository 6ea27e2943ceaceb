import type { Scene } from '../../flows/Scene';
import { sayToUser } from '../../flows/sayToUser';
import { customerLock } from '../inbound/customerLocks';
import { findOpenRoom } from '../omnichannel/findOpenRoom';
import { visitorIn } from '../omnichannel/visitorIn';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { conversationKey, findByKey } from '../records/conversations';
import { findByWamid, noteOn, removeEntry } from '../records/entries';
import { findUnfetched } from '../records/unfetched';
import type { Unfetched } from '../records/unfetched';
import { bringMedia } from './bringMedia';
import type { MediaJourney, MediaOutcome } from './bringMedia';
import { findStoredFile } from './findStoredFile';
import { sayMedia } from './nameFile';

/**
 * **Try again** under a file that could not be fetched: fetches it with a fresh address, in the customer's turn, so that
 * two presses leave one file. The card goes when the file is there, or when it turns out that it will never be; else it
 * stays, and the one who pressed reads why.
 */
export async function fetchAgain(scene: Scene, { number, customer, wamid }: Unfetched): Promise<void> {
  const { host, t } = scene;
  try {
    await host.memory.turns.take(customerLock(number, customer), async () => {
      const [unfetched] = await findUnfetched(host, wamid);
      const refusal = unfetched ? await fetchIn(scene, unfetched) : 'media:notWaiting';
      if (refusal) {
        await sayToUser(scene, t(refusal));
      }
    });
  } catch (error) {
    host.logger.error('A file of a customer could not be fetched again:', String(error));
    await sayToUser(scene, t('errors:bug'));
  }
}

/** @returns the key of what keeps it from being tried at all */
async function fetchIn(scene: Scene, unfetched: Unfetched): Promise<string | undefined> {
  const { host, t } = scene;
  const { number: digits, customer, wamid, media, at, placedAt = at } = unfetched;
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
    await relink(scene, wamid, { roomId: room.id, messageId });
    if (outcome.isUnverified) {
      await postAsCustomer(host, room, journey.visitor, { text: t('media:unverified'), at: placedAt, wamid });
    }
  } else if (outcome.canHelp) {
    await sayToUser(scene, t('media:unfetched', { what: sayMedia(media, t), reason: outcome.reason }));
    return undefined;
  } else {
    if ((await findOpenRoom(host, conversation))?.id !== room.id) {
      return 'media:roomClosed';
    }
    const text = t('media:notTaken', { what: sayMedia(media, t), reason: outcome.reason });
    await postAsCustomer(host, room, journey.visitor, { text, at: placedAt, wamid });
  }
  await forget(scene, wamid);
  return undefined;
}

/** From now on the file's message is what the customer's reactions and quotes mean. */
async function relink({ host }: Scene, wamid: string, place: { roomId: string; messageId?: string }): Promise<void> {
  const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
  if (link) {
    await noteOn(host, link, place);
  }
}

/** The card is the one that was written down: what a client names might be anybody's message. */
async function forget({ host }: Scene, wamid: string): Promise<void> {
  for (const unfetched of await findUnfetched(host, wamid)) {
    const { cardId } = unfetched;
    const card = cardId ? await host.read.getMessageReader().getById(cardId) : undefined;
    await removeEntry(host, unfetched);
    if (card) {
      await host.modify.getDeleter().deleteMessage(card, await host.memory.appUser.get(host));
    }
  }
}
