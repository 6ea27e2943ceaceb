import { MINUTE, pause, SECOND } from '../../core/durations';
import type { Host } from '../../core/Host';
import { DatedMutex, KeyedMutex } from '../../core/KeyedMutex';
import { findByMinute, findEntry, removeEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import { readInstall } from '../../core/records/install';
import { minute } from '../../core/records/association';
import type { ConnectedNumber } from '../../numbers/numbers';
import { readWebhook } from '../../whatsapp/webhook/readWebhook';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { locksOf } from './customerLocks';
import { inBatches, leaseEnds, ownerOf, takeOver, takeOverFree } from './InboxWork';
import { processWebhook } from './processWebhook';
import { routeEvent } from './handleEvent';

/**
 * The sweep is at most this far behind, in milliseconds, so webhooks that a crash left are filed under newer minutes.
 */
const BEHIND = 5 * MINUTE;

/** The first pause before a second look at webhooks of a process that may be alive, in milliseconds. Each later pause is twice as long. */
const FIRST_LOOK = 200;

/** The same for webhooks of instances that are alive as a rule: the customers wait for nothing here. */
const LATER_LOOK = 5 * SECOND;

/** Milliseconds between two looks for webhooks of other instances, where there are any. */
const BETWEEN_LOOKS = 20 * SECOND;

/** Milliseconds of a look more than pass between two, because a look begins late on a busy machine. */
const OVERLAP = 5 * SECOND;

/** Milliseconds between two checks while another instance takes over the webhooks of a dead process. */
const TAKING_OVER = 500;

/** The number of a process's webhooks that are checked first. If none of them is done, the others are not checked. */
const SAMPLE = 10;

/**
 * The most webhooks that are taken up and not finished. A takeover begins a new lease. If everything were taken up at once, the
 * next crash would find everything leased again, and after several crashes in a row nothing would be done.
 */
const MOST_TAKEN_UP = 48;

/** The first work of a process: searches once for work that an earlier process left. Never throws. */
export function recoverOnce(host: Host): Promise<void> {
  host.memory.recovered ??= recover(host).catch((error: unknown) => {
    host.logger.error(
      'The sweep at the start failed; the job of every minute looks for interrupted work:',
      String(error),
    );
  });
  return host.memory.recovered;
}

/** A webhook that another process has stored and, as far as is known, not finished. */
interface Found {
  /** As it was read last. */
  inbox: InboxEntry;
  /** Later records of the same message, which 360dialog has repeated. */
  copies: readonly InboxEntry[];
}

/** It holds a place in its customers' queues. */
interface Left extends Found {
  /** Whether everything before it in these queues is done, or this process has taken it up. */
  state: 'queued' | 'next' | 'taken up';
  /** The queues of customers in which its events wait. */
  queues: DatedMutex;
  /** Lets its customers' next messages go on. */
  passOn: () => void;
}

/**
 * Finds webhooks that a killed process stored and did not finish, and takes them up as soon as that process is surely
 * dead: when its lease has ended. Until then the customers' later messages wait for them, which keeps the order.
 * Resolves when each of them has its place in the queues.
 */
export async function recover(host: Host): Promise<void> {
  const now = Date.now();
  const { sweptUntil = now } = await readInstall(host);
  const minutes = new Set<string>();
  for (let at = 0; at <= BEHIND; at += MINUTE) {
    minutes.add(minute(Math.min(now, sweptUntil + at))).add(minute(now - at));
  }
  const { found, repeated } = await findOfOthers(host, [...minutes].sort());
  const numbers = await host.memory.numbers.get(host);
  const bell = new Bell();
  const left = found
    .map((each) => ({ ...each, events: readWebhook(each.inbox.body, each.inbox.receivedAt).events }))
    .sort((one, other) => dateOf(one) - dateOf(other))
    .map((each) => queue(host, each, { numbers, bell }));
  void takeUpInTurn(host, left, { bell, firstLook: FIRST_LOOK });
  void forget(host, repeated);
}

/**
 * Finds webhooks that other instances stored in the last minute and have not finished, and takes them up when the lease of
 * their process has ended, as after its death. Other instances are alive as a rule, so that nothing waits for them here. Where
 * other instances are known, it looks again twice before the next minute. Does not wait for any of that.
 */
export async function takeUpAbandoned(host: Host): Promise<void> {
  const hasOthers = await lookForAbandoned(host, MINUTE);
  if (hasOthers || Date.now() < host.memory.othersUntil.at) {
    void lookAgainAndAgain(host).catch((error: unknown) => {
      host.logger.warn('Work of other instances is looked for again within a minute:', String(error));
    });
  }
}

async function lookAgainAndAgain(host: Host): Promise<void> {
  for (let at = 2 * BETWEEN_LOOKS; at <= MINUTE; at += BETWEEN_LOOKS) {
    await pause(BETWEEN_LOOKS);
    await lookForAbandoned(host, BETWEEN_LOOKS + OVERLAP);
  }
}

/** @param age milliseconds to look back, at least. @returns whether there are any */
async function lookForAbandoned(host: Host, age: number): Promise<boolean> {
  const now = Date.now();
  const { found } = await findOfOthers(host, [...new Set([minute(now - age), minute(now)])]);
  // One that failed is filed under the minute in which it is tried again, and may come at the end of that minute.
  const left = found.filter(({ inbox }) => inbox.by !== undefined || inbox.minute < minute(now));
  void takeUpInTurn(
    host,
    left.map((each) => watch(host, each)),
    { bell: new Bell(), firstLook: LATER_LOOK },
  );
  return left.some(({ inbox }) => inbox.by !== undefined);
}

/**
 * Takes up a webhook that nobody works on, and processes it.
 *
 * @returns whether it is done or this process works on it; false while another process does, while it waits here for its
 *   turn, or when it failed and could not be filed again
 */
export async function takeUp(host: Host, inbox: InboxEntry): Promise<boolean> {
  const { inboxWork, recovering } = host.memory;
  if (inboxWork.has(inbox.entry) || recovering.has(inbox.entry)) {
    return inboxWork.has(inbox.entry);
  }
  const [ours] = await takeOver(host, [inbox]);
  return ours ? workOff(host, ours) : (await findEntry(host, inbox.entry))?.kind !== 'inbox';
}

/** @param queues the queues of customers in which its events wait */
async function workOff(host: Host, ours: InboxEntry, queues = host.memory.datedLocks): Promise<boolean> {
  const { inboxWork, numbers } = host.memory;
  try {
    const { events } = readWebhook(ours.body, ours.receivedAt);
    return await processWebhook(host, ours, { events, numbers: await numbers.get(host), queues });
  } finally {
    inboxWork.end(ours);
  }
}

/**
 * The webhooks of these minutes that this process does not know yet, oldest minute first, each message once.
 *
 * @returns besides, as `repeated`, the records of messages that another record shows to be done
 */
async function findOfOthers(
  host: Host,
  minutes: readonly string[],
): Promise<{ found: Found[]; repeated: InboxEntry[] }> {
  const { inboxWork, recovering } = host.memory;
  const entries = (await Promise.all(minutes.map((each) => findByMinute(host, each)))).flat();
  const done = new Set(entries.flatMap(({ kind, wamid }) => (kind === 'link' || kind === 'held' ? (wamid ?? []) : [])));
  const byMessage = new Map<string, { inbox: InboxEntry; copies: InboxEntry[] }>();
  const repeated: InboxEntry[] = [];
  for (const inbox of entries) {
    const { entry, wamid } = inbox;
    const isKnown = inboxWork.has(entry) || recovering.has(entry);
    if (inbox.kind !== 'inbox' || inbox.by === inboxWork.process.id || isKnown) {
      continue;
    }
    // One that has failed more often than another waits for its next attempt; the other one does not wait for it.
    const message = wamid === undefined ? entry : `${wamid} ${inbox.attempts}`;
    const first = byMessage.get(message);
    if (wamid !== undefined && done.has(wamid)) {
      repeated.push(inbox);
    } else if (first) {
      first.copies.push(inbox);
    } else {
      byMessage.set(message, { inbox, copies: [] });
    }
  }
  return { found: [...byMessage.values()], repeated };
}

/** When the first of it was written, by WhatsApp's clock, epoch milliseconds. */
function dateOf({ inbox, events }: { inbox: InboxEntry; events: readonly WebhookEvent[] }): number {
  return Math.min(inbox.receivedAt, ...events.map(({ timestamp }) => timestamp ?? Infinity));
}

/** Wakes work that waits. */
class Bell {
  private hasRung = false;
  private wake = () => {};

  ring(): void {
    this.hasRung = true;
    this.wake();
  }

  /** Waits until it rings, or has rung since the last wait; so many milliseconds at most. */
  async wait(most: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, this.hasRung ? 0 : most);
    });
    clearTimeout(timer);
    this.hasRung = false;
  }
}

/** Gives a webhook its place in the queues of its customers, behind what is there. */
function queue(
  host: Host,
  { inbox, copies, events }: Found & { events: readonly WebhookEvent[] },
  { numbers, bell }: { numbers: readonly ConnectedNumber[]; bell: Bell },
): Left {
  const { locks, limiter } = host.memory;
  const keys = events.flatMap((event) => {
    const number = routeEvent(event, numbers, inbox.sender);
    return number ? locksOf(event, number) : [];
  });
  let release = () => {};
  const isPassed = new Promise<void>((resolve) => (release = resolve));
  const watched = watch(host, { inbox, copies });
  const passOn = () => {
    watched.passOn();
    release();
  };
  // Its turn is held already, so its events wait only for each other.
  const queues = new DatedMutex(new KeyedMutex(), limiter);
  const left: Left = { ...watched, state: 'queued', queues, passOn };
  void locks.run([...new Set(keys)], () => {
    left.state = 'next';
    bell.ring();
    return isPassed;
  });
  return left;
}

/** No other look of this process takes it up. Its events queue up behind their customers' messages when it is taken up. */
function watch({ memory }: Host, { inbox, copies }: Found): Left {
  const { recovering, datedLocks: queues } = memory;
  const entries = [inbox, ...copies].map(({ entry }) => entry);
  entries.forEach((entry) => recovering.add(entry));
  return { inbox, copies, state: 'next', queues, passOn: () => entries.forEach((entry) => recovering.delete(entry)) };
}

/** Takes up each of these webhooks. Never throws: the sweep takes up what is left when it fails. */
async function takeUpInTurn(host: Host, all: readonly Left[], how: { bell: Bell; firstLook: number }): Promise<void> {
  try {
    await takeUpAll(host, all, how);
  } catch (error) {
    host.logger.error('Interrupted work could not be resumed; the sweep does that:', String(error));
  }
  all.forEach(({ state, passOn }) => state !== 'taken up' && passOn());
}

/**
 * Processes each of these webhooks in its turn, when the lease of its process has ended. It checks now and then whether the
 * other process is alive and has finished them, so that the customers' next messages need not wait for the whole lease.
 */
async function takeUpAll(
  host: Host,
  all: readonly Left[],
  { bell, firstLook }: { bell: Bell; firstLook: number },
): Promise<void> {
  /** Until when the webhooks of a dead process are left to another instance, which takes them over. */
  const busyUntil = new Map<string, number>();
  let left = all;
  let takenUp = 0;
  let wait = firstLook;
  let nextLook = Date.now() + wait;
  while (left.length > 0) {
    const next = takenUp <= MOST_TAKEN_UP / 2 ? left.filter(({ state }) => state === 'next') : [];
    const webhooks = next.map(({ inbox }) => inbox);
    const leases = await leaseEnds(host, webhooks);
    const ends = webhooks.map((inbox, at) => Math.max(leases[at] ?? 0, busyUntil.get(ownerOf(inbox)) ?? 0));
    const now = Date.now();
    const free = next.filter((_, at) => (ends[at] ?? now) <= now).slice(0, MOST_TAKEN_UP - takenUp);
    const ours = new Map(
      (
        await takeOverFree(
          host,
          free.map(({ inbox }) => inbox),
        )
      ).map((inbox) => [inbox.entry, inbox]),
    );
    for (const each of free) {
      const own = ours.get(each.inbox.entry);
      if (own) {
        each.state = 'taken up';
        takenUp += 1;
        // Not awaited, because it may take long.
        void workOffInTurn(host, each, own).finally(() => {
          takenUp -= 1;
          each.passOn();
          bell.ring();
        });
      } else {
        busyUntil.set(ownerOf(each.inbox), now + TAKING_OVER);
      }
    }
    left = left.filter(({ state }) => state !== 'taken up');
    if (Date.now() >= nextLook || ours.size < free.length) {
      left = await lookAgain(host, left);
      wait *= 2;
      nextLook = Date.now() + wait;
    }
    if (left.length > 0 && ours.size === 0) {
      const soonest = Math.min(nextLook, ...ends.filter((end) => end > now));
      await bell.wait(Math.max(0, soonest - Date.now()));
    }
  }
}

async function workOffInTurn(host: Host, { copies, queues }: Left, own: InboxEntry): Promise<void> {
  if (await workOff(host, own, queues)) {
    await forget(host, copies);
  }
}

/** Removes records of repeated messages. Never throws: the sweep finds those that are left. */
async function forget(host: Host, repeated: readonly InboxEntry[]): Promise<void> {
  try {
    await inBatches(repeated, (inbox) => removeEntry(host, inbox));
  } catch (error) {
    host.logger.warn('Records of repeated messages could not be removed:', String(error));
  }
}

/** Releases the webhooks that other processes have finished meanwhile. @returns the stored records of the others */
async function lookAgain(host: Host, left: readonly Left[]): Promise<readonly Left[]> {
  const groups = [...new Set(left.map(({ inbox }) => inbox.by))].map((by) =>
    left.filter(({ inbox }) => inbox.by === by),
  );
  const rest = await Promise.all(
    groups.map(async (group) => {
      const [sample, others] = [group.slice(0, SAMPLE), group.slice(SAMPLE)];
      const first = await stillLeft(host, sample);
      return [...first, ...(first.length < sample.length ? await stillLeft(host, others) : others)];
    }),
  );
  return rest.flat();
}

async function stillLeft(host: Host, left: readonly Left[]): Promise<Left[]> {
  const current = await inBatches(left, ({ inbox }) => findEntry(host, inbox.entry));
  return left.filter((each, at) => {
    const inbox = current[at];
    if (inbox?.kind === 'inbox') {
      each.inbox = inbox;
      return true;
    }
    each.passOn();
    return false;
  });
}
