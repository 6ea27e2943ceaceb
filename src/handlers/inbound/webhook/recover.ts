import { MINUTE, pause } from '../../core/durations';
import type { Host } from '../../core/Host';
import { findByMinute, findEntry, replaceEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import { readInstall } from '../../core/records/install';
import { takeLease } from '../../core/records/leases';
import { minute } from '../../core/records/association';
import { aliveUntil } from '../../core/records/processes';
import type { ConnectedNumber } from '../../numbers/numbers';
import { readWebhook } from '../../whatsapp/webhook/readWebhook';
import { locksOf } from './customerLocks';
import { LEASE } from './InboxWork';
import { processWebhook } from './processWebhook';
import { routeEvent } from './handleEvent';
import { isRepeated } from './Task';

/**
 * The sweep is at most this far behind, in milliseconds, so webhooks that a crash left are filed under newer minutes.
 */
const BEHIND = 5 * MINUTE;

/** The first pause before a second look at webhooks of a process that may be alive, in milliseconds. Each later pause is twice as long. */
const FIRST_LOOK = 200;

/** Milliseconds between two checks while another instance takes over the webhooks of a dead process. */
const TAKING_OVER = 500;

/** The number of a process's webhooks that are checked first. If none of them is done, the others are not checked. */
const SAMPLE = 10;

/** The number of records that are read and written concurrently. */
const AT_ONCE = 20;

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

/** A webhook of another process that holds a place in its customers' queues. */
interface Left {
  inbox: InboxEntry;
  /** Lets its customers' next messages go on. */
  passOn: () => void;
}

/**
 * Finds webhooks that a killed process stored and did not finish, and takes them up as soon as that process is surely
 * dead: when its lease has ended. Until then the customers' later messages wait for them, which keeps the order.
 * Resolves when all of that has started.
 */
export async function recover(host: Host): Promise<void> {
  const now = Date.now();
  const { sweptUntil = now } = await readInstall(host);
  const minutes = new Set<string>();
  for (let at = 0; at <= BEHIND; at += MINUTE) {
    minutes.add(minute(Math.min(now, sweptUntil + at))).add(minute(now - at));
  }
  const found = await findOfOthers(host, [...minutes].sort());
  const numbers = await host.memory.numbers.get(host);
  const left = found.map((inbox) => standInTurn(host, inbox, numbers));
  void takeUpInTime(host, left)
    .catch((error: unknown) => {
      host.logger.error('Interrupted work could not be resumed; the sweep does that:', String(error));
    })
    .finally(() => left.forEach(({ passOn }) => passOn()));
}

/** Takes up webhooks that other processes left in the last minutes. Never waits for a lease to end. */
export async function takeUpAbandoned(host: Host): Promise<void> {
  const now = Date.now();
  const found = await findOfOthers(host, [minute(now - 2 * MINUTE), minute(now - MINUTE)]);
  const ours = await takeOver(host, found);
  await Promise.all(ours.map((inbox) => workOff(host, inbox)));
}

/**
 * Takes up a webhook that nobody works on, and processes it.
 *
 * @param queued is called when its messages have their places in their customers' queues
 * @returns whether it is done; false while another process works on it, or when it failed and could not be filed again
 */
export async function takeUp(host: Host, inbox: InboxEntry, queued?: () => void): Promise<boolean> {
  if (host.memory.inboxWork.has(inbox.entry)) {
    return true;
  }
  const [ours] = await takeOver(host, [inbox]);
  return ours ? workOff(host, ours, queued) : (await findEntry(host, inbox.entry))?.kind !== 'inbox';
}

async function workOff(host: Host, ours: InboxEntry, queued?: () => void): Promise<boolean> {
  const { inboxWork, numbers } = host.memory;
  try {
    const { events } = readWebhook(ours.body, ours.receivedAt);
    return await processWebhook(host, ours, events, await numbers.get(host), queued);
  } finally {
    inboxWork.end(ours);
  }
}

/** The webhooks of these minutes that this process does not know yet, oldest minute first. */
async function findOfOthers(host: Host, minutes: readonly string[]): Promise<InboxEntry[]> {
  const { inboxWork, recovering } = host.memory;
  const found = await Promise.all(minutes.map((each) => findByMinute(host, each)));
  return found.flat().filter((entry): entry is InboxEntry => {
    const isKnown = inboxWork.has(entry.entry) || recovering.has(entry.entry);
    return entry.kind === 'inbox' && entry.by !== inboxWork.process.id && !isKnown;
  });
}

function standInTurn(host: Host, inbox: InboxEntry, numbers: readonly ConnectedNumber[]): Left {
  const { locks, recovering } = host.memory;
  const { events } = readWebhook(inbox.body, inbox.receivedAt);
  const keys = events.flatMap((event) => {
    const number = routeEvent(event, numbers, inbox.sender);
    return number ? locksOf(event, number) : [];
  });
  let release = () => {};
  const isPassed = new Promise<void>((resolve) => (release = resolve));
  recovering.add(inbox.entry);
  void locks.run([...new Set(keys)], () => isPassed);
  const passOn = () => {
    recovering.delete(inbox.entry);
    release();
  };
  return { inbox, passOn };
}

/**
 * Waits until the leases of these webhooks have ended, and takes them up. It checks now and then whether the other
 * process is alive and has finished them, so that the customers' next messages need not wait for the whole lease.
 */
async function takeUpInTime(host: Host, all: readonly Left[]): Promise<void> {
  let left = await passRepeated(host, all);
  for (let wait = FIRST_LOOK; left.length > 0; wait *= 2) {
    const webhooks = left.map(({ inbox }) => inbox);
    const ends = await leaseEnds(host, webhooks);
    const now = Date.now();
    const free = webhooks.filter((_, at) => (ends[at] ?? 0) <= now);
    const ours = new Map((await takeOverFree(host, free)).map((inbox) => [inbox.entry, inbox]));
    for (const { inbox, passOn } of left) {
      const own = ours.get(inbox.entry);
      // Not awaited, because it may take long. It calls `passOn` when its messages are queued.
      void (own && workOff(host, own, passOn).finally(passOn));
    }
    left = await lookAgain(
      host,
      left.filter(({ inbox }) => !ours.has(inbox.entry)),
    );
    if (left.length > 0) {
      const nextEnd = Math.min(...ends.filter((end) => end > now));
      const isTaking = free.length > ours.size;
      await pause(Math.max(0, Math.min(wait, nextEnd - Date.now(), isTaking ? TAKING_OVER : Infinity)));
    }
  }
}

/** The record of a repeated message stays until the sweep; nobody has to wait for it. @returns the others */
async function passRepeated(host: Host, all: readonly Left[]): Promise<readonly Left[]> {
  const areRepeated = await inBatches(
    all,
    async ({ inbox }) => inbox.wamid !== undefined && (await isRepeated(host, inbox, inbox.wamid)),
  );
  const repeated = all.filter((_, at) => areRepeated[at]);
  repeated.forEach(({ passOn }) => passOn());
  return all.filter((_, at) => !areRepeated[at]);
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
  return left.flatMap(({ passOn }, at) => {
    const inbox = current[at];
    if (inbox?.kind === 'inbox') {
      return { inbox, passOn };
    }
    passOn();
    return [];
  });
}

/** When the leases of webhooks end, epoch milliseconds: one round trip for each process. */
async function leaseEnds(host: Host, webhooks: readonly InboxEntry[]): Promise<number[]> {
  const processes = [...new Set(webhooks.map(({ by }) => by))];
  const alive = new Map(await Promise.all(processes.map(async (by) => [by, await otherAliveUntil(host, by)] as const)));
  return webhooks.map((inbox) => leaseEnd(inbox, alive.get(inbox.by) ?? 0));
}

function leaseEnd({ until, receivedAt }: InboxEntry, alive: number): number {
  return Math.max(until ?? receivedAt + LEASE, alive);
}

/** 0 for this process, which has no lease on webhooks that it no longer works on. */
async function otherAliveUntil(host: Host, by: string | undefined): Promise<number> {
  return by === undefined || by === host.memory.inboxWork.process.id ? 0 : aliveUntil(host, by);
}

/** Takes over those of these webhooks whose leases have ended. @returns as `takeOverFree` */
async function takeOver(host: Host, webhooks: readonly InboxEntry[]): Promise<InboxEntry[]> {
  const ends = await leaseEnds(host, webhooks);
  return takeOverFree(
    host,
    webhooks.filter((_, at) => (ends[at] ?? 0) <= Date.now()),
  );
}

/**
 * Takes over webhooks for this process. All webhooks of a dead process are taken over by one instance under one claim:
 * after a crash under load, one claim for each would cost seconds.
 *
 * @param free webhooks whose leases have ended
 * @returns the records that this process now owns, without finished ones and those that another instance works on or
 * takes over
 */
async function takeOverFree(host: Host, free: readonly InboxEntry[]): Promise<InboxEntry[]> {
  const owners = [...new Set(free.map(ownerOf))];
  const ours = await Promise.all(
    owners.map((owner) =>
      takeOverFrom(
        host,
        owner,
        free.filter((inbox) => ownerOf(inbox) === owner),
      ),
    ),
  );
  return ours.flat();
}

/**
 * The process that worked on a webhook. A webhook that was filed for a later attempt has none and forms a group of its
 * own.
 */
function ownerOf({ by, entry }: InboxEntry): string {
  return by ?? entry;
}

async function takeOverFrom(host: Host, owner: string, webhooks: readonly InboxEntry[]): Promise<InboxEntry[]> {
  const claim = await takeLease(host, `webhooks of ${owner}`, LEASE);
  if (!claim) {
    return [];
  }
  try {
    const alive = await otherAliveUntil(host, webhooks[0]?.by);
    const ours = await inBatches(webhooks, async ({ entry }) => {
      const current = await findEntry(host, entry);
      const isFree = current?.kind === 'inbox' && ownerOf(current) === owner && leaseEnd(current, alive) <= Date.now();
      return isFree && claim.left() > LEASE / 2 ? makeOurs(host, current) : undefined;
    });
    return ours.flatMap((inbox) => inbox ?? []);
  } finally {
    await claim.end();
  }
}

/** The takeover is recorded first: the messages may be in the room already. */
async function makeOurs(host: Host, inbox: InboxEntry): Promise<InboxEntry> {
  const { inboxWork } = host.memory;
  const until = Date.now() + LEASE;
  const ours: InboxEntry = { ...inbox, resumed: true, by: inboxWork.process.id, until };
  await replaceEntry(host, ours);
  inboxWork.begin(host, ours, until);
  return ours;
}

/** @returns the results, in the order of the items */
async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < items.length) {
    const batch = items.slice(results.length, results.length + AT_ONCE);
    results.push(...(await Promise.all(batch.map(work))));
  }
  return results;
}
