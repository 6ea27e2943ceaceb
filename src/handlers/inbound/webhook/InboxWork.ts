import { randomUUID } from 'crypto';
import { SECOND } from '../../core/durations';
import type { Host } from '../../core/Host';
import type { InboxEntry } from '../../core/records/Entry';
import { sayAlive } from '../../core/records/processes';
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
