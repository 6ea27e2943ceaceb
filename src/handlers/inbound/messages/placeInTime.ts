import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { lru } from 'tiny-lru';
import type { LRU } from 'tiny-lru';
import { MINUTE, SECOND } from '../../core/durations';
import type { Host } from '../../core/Host';
import { findMessagesOfDay } from '../../core/records/entries';
import type { CustomerActivity } from '../../core/records/customerActivity';
import { newestMessages } from '../../omnichannel/newestMessages';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';

/**
 * WhatsApp tells time in whole seconds, and Rocket.Chat sorts a room by time alone: messages of one second get one
 * millisecond each, in the order they came, so that they stay in it.
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
    /** What stands later in a conversation than it was written. */
    timesInRoom: TimesInRoom;
  }
}

/** The number of conversations that are remembered. In an older one nothing came late for a while. */
const MOST = 5_000;

/** Milliseconds for each second of WhatsApp behind something that stands later than it was written. */
const STEP = 4;

/** Messages up to this many seconds older have a slot behind it. One that is older comes late itself. */
const SECONDS = MOST_ASIDE / SECOND + 1;

/** The longest wait of a file for messages that stand in the future, in milliseconds. Steps put them a fifth of that ahead. */
const MOST_AHEAD = SECOND;

/** Something that stands later than it was written. */
interface Behind {
  /** Messages that WhatsApp dates at this moment or later stand behind it; epoch milliseconds. */
  from: number;
  /** Where it stands. */
  storedAt: number;
  /** The last of what was put behind it: its time by WhatsApp, and where it stands. */
  last: { at: number; place: number };
}

/**
 * Some messages stand later in their room than WhatsApp dates them: Rocket.Chat gives a file the time at which it was stored,
 * and what comes late is dated at its coming. What the customer wrote after them bears WhatsApp's time, which may be earlier,
 * and would stand above them. So it is put right behind them, and there in the order in which the customer wrote, whatever
 * the order in which it comes. A message that is not late never stands behind one that was written after it.
 */
export class TimesInRoom {
  private readonly conversations = lru<{ latest: number; behind: Behind[] }>(MOST);

  /** Whether something of the conversation was placed here, or recalled. */
  knows(conversation: string): boolean {
    return this.conversations.has(conversation);
  }

  /**
   * Something was put into the room that stands later than it was written.
   *
   * @param at by WhatsApp, epoch milliseconds
   * @param storedAt where it stands, epoch milliseconds
   */
  note(conversation: string, at: number, storedAt: number): void {
    const known = this.of(conversation);
    // What came in time and stands already stays before those that were written before it and come now.
    const from = Math.max(at, known.latest);
    const others = known.behind.filter((each) => each.from < from && each.storedAt > storedAt - 2 * MINUTE);
    known.behind = [...others, { from, storedAt, last: { at: 0, place: storedAt } }];
  }

  /** The time for a message that comes in time. @param at by WhatsApp, as `placeInTime` gave it */
  place(conversation: string, at: number): number {
    const known = this.of(conversation);
    known.latest = Math.max(known.latest, at);
    return this.between(conversation, at);
  }

  /** The time for a notice about that moment: it stands between the messages that the customer wrote before and after it. */
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

  /** The time for a message that comes late: the moment of its coming, or right behind the last message if that stands later. */
  after(conversation: string, now: number): number {
    const before = this.before(conversation, now);
    if (!before || now > before.last.place) {
      return now;
    }
    before.last = { at: Math.max(before.last.at, now), place: before.last.place + 1 };
    return before.last.place;
  }

  /** The time for a file's caption: right behind the file, unless the caption alone comes late. */
  caption(conversation: string, at: number, storedAt: number): number {
    return at > storedAt + SECOND ? this.after(conversation, at) : storedAt + 1;
  }

  /**
   * Milliseconds until the last message of the conversation no longer stands in the future, where steps behind others may
   * put it. A file that is stored before then stands above it.
   */
  ahead(conversation: string): number {
    const places = this.of(conversation).behind.map(({ last }) => last.place);
    return Math.max(0, Math.min(Math.max(0, ...places) + 1 - Date.now(), MOST_AHEAD));
  }

  /** Notes a message that an earlier process put into the room. The oldest one has to come first. */
  recall(conversation: string, at: number, storedAt: number): void {
    if (storedAt - at > SECOND) {
      this.note(conversation, at, storedAt);
    }
    if (storedAt - at < MOST_ASIDE) {
      const known = this.of(conversation);
      known.latest = Math.max(known.latest, at);
    }
  }

  private before(conversation: string, at: number): Behind | undefined {
    return this.of(conversation)
      .behind.filter(({ from }) => at >= from)
      .at(-1);
  }

  private of(conversation: string) {
    const known = this.conversations.get(conversation) ?? { latest: 0, behind: [] };
    this.conversations.set(conversation, known);
    return known;
  }
}

/** As far back as one round trip reaches. */
const FURTHEST = 100;

/**
 * Learns from the room what an earlier process has put there later than it was written: what the customer wrote before this
 * process began comes behind it. Two round trips, once for a conversation in which something was under way at the start.
 */
export async function recallTimes(
  host: Host,
  key: string,
  { place, room, visitorId }: { place: Omit<CustomerActivity, 'how'>; room: ILivechatRoom; visitorId: string },
): Promise<void> {
  const { timesInRoom, inboxWork } = host.memory;
  if (place.at >= inboxWork.process.began || timesInRoom.knows(key)) {
    return;
  }
  const [messages, known] = await Promise.all([
    newestMessages(host, room.id, FURTHEST),
    findMessagesOfDay(host, place),
  ]);
  const written = new Map(known.flatMap(({ ids, at }) => ids.map((id) => [id, at] as const)));
  for (const { id, sender, createdAt } of [...messages].reverse()) {
    const at = sender._id === visitorId ? written.get(id) : undefined;
    if (at !== undefined) {
      timesInRoom.recall(key, at, new Date(createdAt).getTime());
    }
  }
}
