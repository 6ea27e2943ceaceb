import * as v from 'valibot';
import { DAY, MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { minute } from '../../core/records/association';
import { findByAbout, findByMinute } from '../../core/records/entries';
import type { HeldEntry } from '../../core/records/Entry';
import { changeInstall, readInstall } from '../../core/records/install';
import { findHeld } from '../../inbound/held/hold';
import { conversationKey, findByKey } from '../../omnichannel/conversations/conversations';
import { forgetOpenRoom, isClosed, readOpenRooms } from '../../omnichannel/findOpenRoom';
import { findMissedMessages, reportMissedMessage } from '../../outbound/failures/missedMessages';
import { aboutText, isTextSent, sendAutomaticText } from '../../outbound/sendAutomaticText';
import { sendKeptOfAll } from '../../outbound/sendWhenAnswered';
import { roomClosed } from '../listeners/roomEvents';

/** The job that finds what happened while the app did not run. */
export const CATCH_UP = 'catch-up';

/** The period, in epoch milliseconds, in which the app may have missed something. */
const periodSchema = v.object({ since: v.number(), until: v.number() });
type Period = v.InferOutput<typeof periodSchema>;

/**
 * Finds messages that agents wrote while the app did not run. Rocket.Chat reports an event once, and not to an app that is
 * down, so these messages were not sent and their authors do not know. The job searches the app's rooms that are open or
 * were closed in that time, at most a day back. It also sends offline texts that were due. It runs once after each start.
 */
export async function catchUp(host: Host, data: unknown): Promise<void> {
  const { trackedSince, catchingUpFrom = Infinity } = await readInstall(host);
  const parsed = v.safeParse(periodSchema, data);
  if (trackedSince === undefined) {
    // Messages that an earlier version sent have no record under their id, and would look unsent.
    await changeInstall(host, { trackedSince: Date.now() });
  } else if (parsed.success) {
    const { since, until } = parsed.output;
    await changeInstall(host, { catchingUpFrom: Math.min(since, catchingUpFrom) });
    const period = { since: Math.max(since, trackedSince, until - DAY), until };
    await sendLeftOut(host, period.since);
    await sendKeptOfAll(host);
    // Rooms that are younger than the last sweep are not noted yet; they are found by the links of their messages.
    for (const roomId of new Set([...(await readOpenRooms(host)), ...(await roomsOf(host, period))])) {
      await lookInto(host, roomId, period).catch((error: unknown) => {
        host.logger.error('It is not known whether an agent wrote something while the app did not run:', String(error));
      });
    }
    await changeInstall(host, { catchingUpFrom: undefined });
  }
}

async function roomsOf(host: Host, { since, until }: Period): Promise<string[]> {
  const rooms: string[] = [];
  for (let at = since; at < until + MINUTE; at += MINUTE) {
    const entries = await findByMinute(host, minute(at));
    rooms.push(...entries.flatMap((entry) => (entry.kind === 'link' ? (entry.roomId ?? []) : [])));
  }
  return rooms;
}

async function lookInto(host: Host, roomId: string, period: Period): Promise<void> {
  const room = await host.read.getRoomReader().getById(roomId);
  if (!room) {
    await forgetOpenRoom(host, roomId);
    return;
  }
  const { lastModifiedAt } = room;
  if (!lastModifiedAt || new Date(lastModifiedAt).getTime() >= period.since) {
    for (const message of await findMissedMessages(host, room, period)) {
      await reportMissedMessage(host, message);
    }
  }
  // The app received the events of conversations that were closed later, or another run of this job covers them.
  const closedAt = isClosed(room) ? new Date(room.closedAt ?? 0).getTime() : Number.POSITIVE_INFINITY;
  if (isClosed(room) && closedAt <= period.until) {
    const isOver = closedAt < period.since || (await isTextSent(host, 'finished', room.id));
    await (isOver ? forgetOpenRoom(host, room.id) : roomClosed(host, room));
  }
}

/**
 * Sends the offline text to customers who wait and did not get it. The app notes the text before it sends it, so that
 * it goes out only once, and a crash may have come in between. Runs after a start.
 *
 * @param since epoch milliseconds; the app was running before that
 */
async function sendLeftOut(host: Host, since: number): Promise<void> {
  const waiting = new Map<string, HeldEntry>();
  for (const held of await findHeld(host)) {
    waiting.set(conversationKey(held.number, held.customer), held);
  }
  for (const held of waiting.values()) {
    await sendTo(host, held, since).catch((error: unknown) => {
      host.logger.error('It is unknown whether a waiting customer got the offline text:', String(error));
    });
  }
}

async function sendTo(host: Host, { number: digits, customer }: HeldEntry, since: number): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findByKey(host, digits, customer);
  const sentAt = conversation?.offlineSentAt;
  const text = number?.offlineMessage;
  if (!number || !conversation || !text || sentAt === undefined || sentAt < since) {
    return;
  }
  const sends = await findByAbout(host, aboutText('offline', customer));
  const isSent = sends.some((entry) => 'number' in entry && entry.number === digits && entry.minute >= minute(sentAt));
  if (!isSent) {
    await sendAutomaticText(host, { kind: 'offline', number, conversation, text, shown: false });
  }
}
