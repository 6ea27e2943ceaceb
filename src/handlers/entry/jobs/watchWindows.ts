import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import * as v from 'valibot';
import { HOUR, MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { association, minute, toRecord } from '../../core/records/association';
import { file, findByAbout, findByMinute, removeEntry, storeEntry } from '../../core/records/entries';
import type { ClaimEntry } from '../../core/records/Entry';
import type { CustomerActivity } from '../../core/records/customerActivity';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { findConversation } from '../../omnichannel/conversations/conversations';
import { findOpenRoom } from '../../omnichannel/findOpenRoom';
import { postNotice } from '../../outbound/postNotice';
import { sendAutomaticText } from '../../outbound/sendAutomaticText';
import { windowOf } from '../../outbound/windowOf';

/** A customer who wrote last this long ago has one hour left, unless they have written since. */
const BEFORE = 23 * HOUR;

/**
 * Tells the agents of open conversations once that the customer service window closes within the hour, and reminds the
 * customer if the setting asks for it. Records of customers' messages are filed by the minute, so customers who wrote
 * 23 hours ago are found without reading any others. After a pause, windows that are still open are caught up on.
 */
export async function watchWindows(host: Host): Promise<void> {
  const now = Date.now();
  let at = Math.max((await readWatchedUntil(host)) ?? 0, now - BEFORE - HOUR);
  for (; minute(at) < minute(now - BEFORE); at += MINUTE) {
    const heard = (await findByMinute(host, minute(at))).flatMap((entry) => entry.heard ?? []);
    for (const each of new Map(heard.map((one) => [`${one.number} ${one.customer}`, one])).values()) {
      try {
        await watch(host, each);
      } catch (error) {
        host.logger.error('Nobody was told that a customer service window closes:', String(error));
      }
    }
  }
  await noteWatchedUntil(host, at);
}

async function watch(host: Host, { number: digits, customer }: CustomerActivity): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = number && (await findConversation(host, digits, [customer]));
  if (!number || !conversation) {
    return;
  }
  const { state, openUntil = 0 } = await windowOf(host, conversation, { fresh: true });
  const room = state === 'closingSoon' ? await findOpenRoom(host, conversation) : undefined;
  if (!room) {
    return;
  }
  const claim = await claimOnce(host, conversation, openUntil);
  if (!claim) {
    return;
  }
  try {
    const t = await translatorOf(host);
    const minutes = Math.max(1, Math.floor((openUntil - Date.now()) / MINUTE));
    await postNotice(host, room, { text: t('delivery:windowClosing', { minutes }) });
  } catch (error) {
    await removeEntry(host, claim);
    throw error;
  }
  const text = await host.memory.settings.get('windowReminder');
  if (text && !isWaiting(room)) {
    await sendAutomaticText(host, { kind: 'reminder', number, conversation, room, text, shown: true });
  }
}

/** Recorded before the agents are told, so that a crash or a second instance never tells them twice. */
async function claimOnce(
  host: Host,
  { number, customer }: Conversation,
  openUntil: number,
): Promise<ClaimEntry | undefined> {
  const about = `window ${number} ${customer} ${openUntil}`;
  const own: ClaimEntry = { ...file(Date.now()), about, kind: 'claim', attempts: 0 };
  await storeEntry(host, own);
  const [first] = await findByAbout(host, about);
  if (first?.entry === own.entry) {
    return own;
  }
  await removeEntry(host, own);
  return undefined;
}

/** Whether the customer waits for an answer. Such a customer needs no reminder. */
function isWaiting(room: ILivechatRoom): boolean {
  return v.is(v.object({ isWaitingResponse: v.literal(true) }), room);
}

const watchedSchema = v.object({ kind: v.literal('windows'), watchedUntil: v.number() });

async function readWatchedUntil(host: Host): Promise<number | undefined> {
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('windows'));
  const parsed = v.safeParse(watchedSchema, record);
  return parsed.success ? parsed.output.watchedUntil : undefined;
}

async function noteWatchedUntil(host: Host, watchedUntil: number): Promise<void> {
  const record = toRecord({ kind: 'windows', watchedUntil });
  await host.persistence.updateByAssociations([association('windows')], record, true);
}
