import { randomUUID } from 'crypto';
import { SECOND } from '../../core/durations';
import type { Host } from '../../core/Host';
import { findEntry, replaceEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import { takeLease } from '../../core/records/leases';
import { aliveUntil, sayAlive } from '../../core/records/processes';
import type { OwnProcess } from '../../core/records/processes';

declare module '../../core/Host' {
  interface Memory {
    /** The webhooks that this process works on. */
    inboxWork: InboxWork;
  }
}

/**
 * Milliseconds for which a webhook belongs to the process that stored it or took it up, before it has to renew its
 * lease.
 */
export const LEASE = 15 * SECOND;

/**
 * A process that works on a webhook for longer than this records that it is alive, and does so again at this interval.
 */
const BEAT = 5 * SECOND;

/** The number of records that are read and written concurrently. */
const AT_ONCE = 20;

/** Replaces a lease that ended while this process worked on its webhook. */
const LOST = 0;

/**
 * The webhooks that this process works on. The record itself gives each a lease of some seconds, which costs nothing.
 * While one takes longer, the process records regularly that it is alive, which renews all its leases. A killed process
 * stops doing so, and others may take up its webhooks when the leases have ended (`recover`).
 */
export class InboxWork {
  readonly process: OwnProcess = { id: randomUUID(), began: Date.now() };
  /** The end of each lease, by the webhook's record. */
  private readonly leases = new Map<string, number>();
  private aliveUntil = 0;
  private timer: NodeJS.Timeout | undefined;

  /** Whether this process works on it, or is about to. */
  has(entry: string): boolean {
    return this.leases.has(entry);
  }

  /** @param lease when its lease ends, epoch milliseconds */
  begin(host: Host, { entry }: InboxEntry, lease: number): void {
    this.leases.set(entry, lease);
    this.timer ??= this.beatLater(host);
  }

  end({ entry }: InboxEntry): void {
    this.leases.delete(entry);
    if (this.leases.size === 0) {
      clearTimeout(this.timer);
      this.timer = undefined;
    }
  }

  /**
   * Whether surely nobody else took it up. A process that was paused, or could not record that it is alive, must not go
   * on with it, even if it has renewed its leases since.
   */
  holds({ entry }: InboxEntry): boolean {
    const lease = this.leases.get(entry);
    return lease === undefined || this.isGood(lease, Date.now());
  }

  private isGood(lease: number, now: number): boolean {
    return lease !== LOST && Math.max(lease, this.aliveUntil) > now;
  }

  private beatLater(host: Host): NodeJS.Timeout {
    return setTimeout(() => void this.beat(host), BEAT);
  }

  private async beat(host: Host): Promise<void> {
    const now = Date.now();
    for (const [entry, lease] of this.leases) {
      if (!this.isGood(lease, now)) {
        this.leases.set(entry, LOST);
      }
    }
    if ([...this.leases.values()].some((lease) => lease !== LOST && lease - LEASE + BEAT <= now)) {
      try {
        await sayAlive(host, this.process, now + LEASE);
        this.aliveUntil = now + LEASE;
      } catch (error) {
        host.logger.warn(
          'This process could not say that it works on webhooks; another one may take them up:',
          String(error),
        );
      }
    }
    this.timer = this.leases.size > 0 ? this.beatLater(host) : undefined;
  }
}

/** When the leases of webhooks end, epoch milliseconds: one round trip for each process. */
export async function leaseEnds(host: Host, webhooks: readonly InboxEntry[]): Promise<number[]> {
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
export async function takeOver(host: Host, webhooks: readonly InboxEntry[]): Promise<InboxEntry[]> {
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
export async function takeOverFree(host: Host, free: readonly InboxEntry[]): Promise<InboxEntry[]> {
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
export function ownerOf({ by, entry }: InboxEntry): string {
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

/** Does the work for each item, a few at a time. @returns the results, in the order of the items */
export async function inBatches<Item, Result>(
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
