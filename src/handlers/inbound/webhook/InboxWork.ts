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

/** Milliseconds for which a webhook belongs to the process that has stored it or taken it up, without saying more. */
export const LEASE = 15 * SECOND;

/** A process that works on a webhook for longer than this says so, and says it again after as long. */
const BEAT = 5 * SECOND;

/** In place of a lease that has ended while this process worked on its webhook. */
const LOST = 0;

/**
 * The webhooks that this process works on. Each is leased for some seconds by the record itself, which costs nothing. While
 * one takes longer, the process says now and then that it is alive, which is good for all of them. A process that was killed
 * says nothing, and others may take up its webhooks when the lease has ended (`recover`).
 */
export class InboxWork {
  readonly process: OwnProcess = { id: randomUUID(), began: Date.now() };
  /** The end of each lease, by the webhook's record. */
  private readonly leases = new Map<string, number>();
  private aliveUntil = 0;
  private timer: NodeJS.Timeout | undefined;

  /** Whether this process works on it, or has just decided to. */
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
   * Whether nobody else may have taken it up. A process that was paused for a while, or could not say that it is alive, must
   * not go on with it, not even after it has said again that it is alive.
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
