import type { LRU } from 'tiny-lru';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import { drawingOf } from '../../../blocks/elements';
import { deliveryLine } from '../../../blocks/deliveryScreens';
import type { Host } from '../../core/Host';
import { notifyByIds } from '../../omnichannel/notifyUser';
import { HOUR, pause } from '../../core/durations';
import type { LinkEntry, Watcher } from '../../core/records/Entry';
import { findByAbout, findLine, lineOf } from '../../core/records/entries';
import { DELIVERIES, furthest } from '../../core/records/notes';
import { showTime } from '../../core/showTime';
import { translatorOf } from '../../core/translator';
import { isBot } from '../agent/messageOrigin';
import { ACCEPTED } from './advanceDelivery';

declare module '../../core/Host' {
  interface Memory {
    /** The state that the line of each room shows. */
    deliveryLines: LRU<DeliveryLine>;
    /** The states of the WhatsApp messages of an agent's message, by the message's id in Rocket.Chat. */
    partStates: LRU<PartStates>;
    /** The known agent of each room; undefined for a bot. */
    servedBy: LRU<Watcher | undefined>;
  }
}

/** Milliseconds between two moves of one line. */
const BETWEEN_MOVES = 1_000;

/** Milliseconds for which another process is assumed to be running after a trace of it was seen. */
const OTHERS = HOUR;

/** The states that the line shows, by the setting. It does not show that WhatsApp took a message. */
const TOLD: Readonly<Record<'all' | 'failures' | 'off', readonly string[]>> = {
  all: ['failed', 'delivered', 'read', 'played'],
  failures: ['failed'],
  off: [],
};

/** The position of a conversation's line, as this process last moved it. */
export interface DeliveryLine {
  messageId: string;
  /** When the message above it was posted, epoch milliseconds. */
  postedAt: number;
  state: string;
  /** When that state was reached, epoch milliseconds. */
  at: number;
  watchers: readonly Watcher[];
  /** When it was moved last, epoch milliseconds. */
  movedAt: number;
  /** Whether a later move is already scheduled. */
  isDue: boolean;
}

/**
 * The state of each WhatsApp message of an agent's message. For one that was sent again, the furthest state of all
 * attempts counts.
 */
interface PartStates {
  /** By the position of the part, or by its name where version 0.2.0 has stored it, without a position. */
  readonly states: ReadonlyMap<number | string, string>;
  /** The number of parts; undefined while the last one is not known. */
  readonly count?: number;
}

/** A user as Rocket.Chat passes them; unknown fields may be null. */
const personSchema = v.object({ id: v.string(), utcOffset: v.nullish(v.number()) });

const servedSchema = v.object({ servedBy: v.unknown() });

/** The users who see the status of a message: its author and the agent of the conversation, without bots. */
export function watchersOf(host: Host, { room, sender }: Pick<IMessage, 'room' | 'sender'>): Watcher[] {
  const servedBy = v.is(servedSchema, room) ? watcherOf(room.servedBy) : undefined;
  noteServedBy(host, room.id, servedBy);
  return unique([watcherOf(sender), servedBy]);
}

/** Notes the agent who got a conversation and is now responsible for its earlier messages. */
export function noteServedBy(host: Host, roomId: string, person: unknown): void {
  host.memory.servedBy.set(roomId, watcherOf(person));
}

/**
 * Moves the line of a conversation to an agent's message with a new state: one round trip for each watcher. Each
 * conversation has one line, below the newest message with a status. Only its watchers see it, and it disappears when
 * they reload; the message itself is never changed. It moves at most once a second and never back to an older message:
 * this process caches the newer one, or finds it in the records after a restart. If another process sends too, its
 * statuses are read first, which costs one more round trip. An agent's message that became several WhatsApp messages
 * has the state of the slowest one: until this process knows that all of them got that far, their records are read,
 * which costs one round trip. Never throws: nothing depends on it.
 *
 * Rocket.Chat's clients replace an ephemeral message by a new one with the same id, at the new one's time (R83
 * `client/startup/incomingMessages.ts`, `app/apps/server/converters/messages.js`).
 */
export async function moveDeliveryLine(host: Host, link: LinkEntry): Promise<void> {
  try {
    await move(host, link);
  } catch (error) {
    host.logger.warn('The status line of a message could not be shown to its agents:', String(error));
  }
}

async function move(host: Host, link: LinkEntry): Promise<void> {
  const { wamid = '', roomId, messageId, postedAt, delivery = '', reached, reacted } = link;
  const { watchers = [], overtakenBy = [] } = link;
  if (!roomId || !messageId || postedAt === undefined || reacted !== undefined) {
    return;
  }
  const state = await wholeState(host, messageId, link);
  // The setting is not read for a state that no value of it shows.
  const told = TOLD.all.includes(state) ? TOLD[await host.memory.settings.get('deliveryTicks')] : [];
  const line = host.memory.deliveryLines.get(roomId);
  const isOvertaken = overtakenBy.some((later) => told.includes(later));
  if (!told.includes(state) || isOvertaken || (line && isBehind({ messageId, postedAt, state }, line))) {
    return;
  }
  const now = Date.now();
  if (
    seesOthers(host, link, now) &&
    (await isOvertakenElsewhere(host, { wamid, roomId, postedAt, state, told, now }))
  ) {
    return;
  }
  const at = reached?.[delivery] ?? now;
  const waits = line !== undefined && now - line.movedAt < BETWEEN_MOVES;
  const movedAt = waits ? line.movedAt : now;
  const next: DeliveryLine = { messageId, postedAt, state, at, watchers, movedAt, isDue: waits };
  host.memory.deliveryLines.set(roomId, next);
  if (!waits) {
    await show(host, roomId, next);
  } else if (!line.isDue) {
    // Not awaited: the answer to the webhook must not wait. Statuses that arrive meanwhile are included.
    void showLater(host, roomId, BETWEEN_MOVES - (now - line.movedAt));
  }
}

/** Whether another process sends messages too, according to recent records. */
function seesOthers({ memory }: Host, link: Pick<LinkEntry, 'process'>, now: number): boolean {
  if (link.process !== undefined && link.process !== memory.process) {
    memory.othersUntil.at = now + OTHERS;
  }
  return now < memory.othersUntil.at;
}

/**
 * Whether any process has noted a status of a newer message of the conversation, or a further state of this one. Each
 * process notes its own status first and reads then, so that of two at the same moment the one with the older status
 * finds the other's.
 */
async function isOvertakenElsewhere(
  host: Host,
  news: { wamid: string; roomId: string; postedAt: number; state: string; told: readonly string[]; now: number },
): Promise<boolean> {
  const notes = await findLine(host, lineOf(news.roomId, news.now));
  return notes.some(({ wamid, postedAt = 0, changes: { delivery = '' } }) => {
    const isFurther = wamid === news.wamid ? rank(delivery) > rank(news.state) : postedAt > news.postedAt;
    return isFurther && news.told.includes(delivery);
  });
}

/** The state of the whole message after a status of one of its WhatsApp messages. */
async function wholeState(host: Host, messageId: string, link: LinkEntry): Promise<string> {
  const { partStates } = host.memory;
  const remembered = partStates.get(messageId);
  const known = withPart(remembered ?? { states: new Map() }, link);
  const { delivery = '', part, process } = link;
  const isNews = TOLD.all.includes(delivery) && slowest(known) !== delivery;
  // Version 0.2.0 stored neither the position of a part nor the process: it may be one of several.
  const mayHaveOthers = part ? isNews : process === undefined && !remembered;
  const parts = mayHaveOthers ? (await findParts(host, messageId)).reduce(withPart, known) : known;
  partStates.set(messageId, parts);
  return slowest(parts);
}

/** The states that all processes have recorded for the WhatsApp messages of an agent's message: one round trip. */
async function findParts(host: Host, messageId: string): Promise<LinkEntry[]> {
  const entries = await findByAbout(host, messageId);
  return entries.filter((entry) => entry.kind === 'link').filter(({ reacted }) => reacted === undefined);
}

function withPart({ states, count }: PartStates, { part, piece = '', delivery }: LinkEntry): PartStates {
  const key = part?.at ?? piece;
  const all = new Map(states).set(key, furthest([states.get(key), delivery]) ?? ACCEPTED);
  if (part) {
    return { states: all, count: part.isLast ? part.at + 1 : count };
  }
  return { states: all, count: all.size };
}

function slowest({ states, count = Infinity }: PartStates): string {
  const all = [...states.values()];
  if (all.includes('failed')) {
    return 'failed';
  }
  return all.length < count ? ACCEPTED : all.reduce((a, b) => (rank(a) <= rank(b) ? a : b), 'played');
}

function isBehind(news: Pick<DeliveryLine, 'messageId' | 'postedAt' | 'state'>, line: DeliveryLine): boolean {
  if (news.messageId !== line.messageId) {
    return news.postedAt < line.postedAt;
  }
  // A later part may fail after the earlier ones have arrived.
  return news.state === line.state || (news.state !== 'failed' && rank(news.state) < rank(line.state));
}

function rank(state: string): number {
  return DELIVERIES.indexOf(state);
}

async function showLater(host: Host, roomId: string, wait: number): Promise<void> {
  await pause(wait);
  const line = host.memory.deliveryLines.get(roomId);
  if (line?.isDue) {
    const moved = { ...line, movedAt: Date.now(), isDue: false };
    host.memory.deliveryLines.set(roomId, moved);
    await show(host, roomId, moved).catch((error: unknown) => {
      host.logger.warn('The status line of a message could not be shown to its agents:', String(error));
    });
  }
}

async function show(host: Host, roomId: string, line: DeliveryLine): Promise<void> {
  const t = await translatorOf(host);
  const drawing = drawingOf({ host, t });
  for (const { id: userId, utcOffset } of unique([host.memory.servedBy.get(roomId), ...line.watchers])) {
    const time = showTime(line.at, t, { utcOffset, beside: line.postedAt });
    const { text, blocks } = deliveryLine(drawing, { state: line.state, time });
    const post = { id: `${roomId}-delivery-${userId}`, at: line.postedAt + 1, text, blocks };
    await notifyByIds(host, { userId, roomId }, post);
  }
}

function watcherOf(person: unknown): Watcher | undefined {
  const parsed = v.safeParse(personSchema, person);
  return parsed.success && !isBot(person)
    ? { id: parsed.output.id, utcOffset: parsed.output.utcOffset ?? undefined }
    : undefined;
}

function unique(watchers: readonly (Watcher | undefined)[]): Watcher[] {
  const byId = new Map(watchers.flatMap((watcher) => (watcher ? [[watcher.id, watcher] as const] : [])));
  return [...byId.values()];
}
