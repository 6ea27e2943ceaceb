import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { lru } from 'tiny-lru';
import type { LRU } from 'tiny-lru';
import { MINUTE, SECOND } from '../../core/durations';
import type { Host } from '../../core/Host';
import { findMessagesOfDay } from '../../core/records/entries';
import type { CustomerActivity } from '../../core/records/customerActivity';
import { translatorOf } from '../../core/translator';
import { newestMessages } from '../../omnichannel/newestMessages';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { findWrittenAt } from '../../whatsapp/messages/renderLate';

/**
 * WhatsApp's times are whole seconds, and Rocket.Chat sorts a room only by time. So messages of the same second get
 * consecutive milliseconds, which keeps them in the order in which they came.
 *
 * @param last the time given last, by conversation
 * @param at WhatsApp's time, epoch milliseconds
 */
export function placeInTime(last: Pick<LRU<number>, 'get' | 'set'>, conversation: string, at: number): number {
  const before = last.get(conversation);
  const inSameSecond = before !== undefined && Math.floor(before / SECOND) === Math.floor(at / SECOND);
  const full = before !== undefined && before % SECOND === SECOND - 1;
  const placed = inSameSecond && at <= before ? before + (full ? 0 : 1) : at;
  last.set(conversation, placed);
  return placed;
}

declare module '../../core/Host' {
  interface Memory {
    /** Messages that are shown later in a conversation than they were written. */
    timesInRoom: TimesInRoom;
  }
}

/** The number of cached conversations. In the dropped ones nothing has come late for a while. */
const MOST = 5_000;

/**
 * Milliseconds of room time for each second of WhatsApp time, behind a message that is shown later than it was written.
 */
const STEP = 4;

/** Messages up to this many seconds older have a slot behind it. An older message is late itself. */
const SECONDS = MOST_ASIDE / SECOND + 1;

/**
 * The longest wait of a file for messages that are dated in the future, in milliseconds. Slots reach a fifth of that
 * ahead.
 */
const MOST_AHEAD = SECOND;

/** A message that is shown later than it was written. */
interface Behind {
  /** Messages with this WhatsApp time or a later one are placed behind it; epoch milliseconds. */
  from: number;
  /** Its time in the room. */
  storedAt: number;
  /** The last message that was placed behind it: its WhatsApp time, and its time in the room. */
  last: { at: number; place: number };
}

/**
 * Some messages have a later time in their room than at WhatsApp: Rocket.Chat dates a file by when it was stored, and
 * late messages are dated by their arrival. A message that the customer wrote afterwards has WhatsApp's time, which may
 * be earlier, and would be shown above them. So it is placed right behind them, in the order in which the customer
 * wrote, whatever the order of arrival. A message that is not late is never shown behind one that was written after it.
 */
export class TimesInRoom {
  private readonly conversations = lru<{ latest: number; behind: Behind[]; isRecalled: boolean }>(MOST);

  /** Whether it is known what earlier processes placed in the conversation. */
  isRecalled(conversation: string): boolean {
    return this.conversations.get(conversation)?.isRecalled ?? false;
  }

  /**
   * Notes a message that is shown later in the room than it was written.
   *
   * @param at WhatsApp's time, epoch milliseconds
   * @param storedAt its time in the room, epoch milliseconds
   */
  note(conversation: string, at: number, storedAt: number): void {
    const known = this.of(conversation);
    // Messages that came in time are already in the room and stay where they are, even before older messages that come
    // now.
    const from = Math.max(at, known.latest);
    const others = known.behind.filter((each) => each.from < from && each.storedAt > storedAt - 2 * MINUTE);
    known.behind = [...others, { from, storedAt, last: { at: 0, place: storedAt } }];
  }

  /** The room time of a message that is not late. @param at WhatsApp's time, as `placeInTime` returned it */
  place(conversation: string, at: number): number {
    const known = this.of(conversation);
    known.latest = Math.max(known.latest, at);
    return this.between(conversation, at);
  }

  /** The room time of a notice about a moment: between the messages that the customer wrote before and after it. */
  between(conversation: string, at: number): number {
    const before = this.before(conversation, at);
    if (!before || at > Math.max(before.storedAt + SECOND, before.last.place)) {
      return at;
    }
    const seconds = Math.floor(at / SECOND) - Math.floor(before.storedAt / SECOND) + SECONDS;
    const slot = Math.max(0, seconds) * STEP + Math.min(at % SECOND, STEP - 1);
    const after = at >= before.last.at ? before.last.place : before.storedAt;
    const place = Math.max(at, before.storedAt + 2 + slot, after + 1);
    if (at >= before.last.at) {
      before.last = { at, place };
    }
    return place;
  }

  /** The room time of a late message: the moment of its arrival, or right behind the last message if that is later. */
  after(conversation: string, now: number): number {
    const before = this.before(conversation, now);
    if (!before || now > before.last.place) {
      return now;
    }
    before.last = { at: Math.max(before.last.at, now), place: before.last.place + 1 };
    return before.last.place;
  }

  /** The room time of a file's caption: right behind the file, unless only the caption is late. */
  caption(conversation: string, at: number, storedAt: number): number {
    return at > storedAt + SECOND ? this.after(conversation, at) : storedAt + 1;
  }

  /**
   * Milliseconds until the conversation's last message is no longer dated in the future, where a slot may have put it.
   * A file that is stored before then would be shown above it.
   */
  ahead(conversation: string): number {
    const places = this.of(conversation).behind.map(({ last }) => last.place);
    return Math.max(0, Math.min(Math.max(0, ...places) + 1 - Date.now(), MOST_AHEAD));
  }

  /**
   * Learns from the room itself, and forgets what was known before.
   *
   * @param stored the customer's messages in the order of the room. `at` is WhatsApp's time; it is missing for a late message
   *   from a day before
   */
  recall(conversation: string, stored: readonly { at?: number; storedAt: number }[]): void {
    this.conversations.delete(conversation);
    const known = this.of(conversation);
    known.isRecalled = true;
    for (const { at = 0, storedAt } of stored) {
      if (storedAt - at > SECOND) {
        this.note(conversation, at, storedAt);
      }
      if (storedAt - at < MOST_ASIDE + SECOND) {
        known.latest = Math.max(known.latest, at);
      }
    }
  }

  private before(conversation: string, at: number): Behind | undefined {
    return this.of(conversation)
      .behind.filter(({ from }) => at >= from)
      .at(-1);
  }

  private of(conversation: string) {
    const known = this.conversations.get(conversation) ?? { latest: 0, behind: [], isRecalled: false };
    this.conversations.set(conversation, known);
    return known;
  }
}

/** The messages that one round trip returns. */
const FURTHEST = 100;

/**
 * Reads from the room which messages other processes placed later than they were written, so that this message is
 * placed behind them. It costs two round trips. They are needed once for a room from before this process, for a message
 * from before its first second ended. While another instance runs as well, they are needed for each message that comes
 * when the room has newer ones.
 */
export async function recallTimes(
  host: Host,
  key: string,
  { place, room, visitorId }: { place: Omit<CustomerActivity, 'how'>; room: ILivechatRoom; visitorId: string },
): Promise<void> {
  const { timesInRoom, inboxWork, othersUntil } = host.memory;
  const { began } = inboxWork.process;
  const isOldRoom = room.createdAt === undefined || new Date(room.createdAt).getTime() < began;
  // The slots of an earlier process end less than a second after its last message.
  const isOlder = isOldRoom && place.at < began + SECOND && !timesInRoom.isRecalled(key);
  const newest = room.lastModifiedAt && new Date(room.lastModifiedAt).getTime();
  const mayBeOvertaken = Date.now() < othersUntil.at && newest !== undefined && newest > place.at;
  if (!isOlder && !mayBeOvertaken) {
    return;
  }
  const [messages, known, t] = await Promise.all([
    newestMessages(host, room.id, FURTHEST),
    findMessagesOfDay(host, place),
    translatorOf(host),
  ]);
  const written = new Map(known.flatMap(({ ids, at }) => ids.map((id) => [id, at] as const)));
  const stored = [...messages].reverse().flatMap(({ id, sender, createdAt, attachments }) => {
    const at = written.get(id);
    const isTheirs = sender._id === visitorId && (at !== undefined || findWrittenAt(attachments, t) !== undefined);
    return isTheirs ? { at, storedAt: new Date(createdAt).getTime() } : [];
  });
  timesInRoom.recall(key, stored);
}
