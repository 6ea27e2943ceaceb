import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LRU } from 'tiny-lru';
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Log } from './hideSecrets';
import type { DatedMutex, KeyedMutex } from './KeyedMutex';
import type { Limiter } from './Limiter';
import type { LastActivity } from './records/customerActivity';
import type { RecordStore } from './records/recordKinds';
import type { SettingsCache } from './settings/createSettingsCache';

/**
 * Everything that a handler may use of Rocket.Chat, and the memory of this process. A new one is made for every call
 * into the app.
 */
export interface Host {
  /** `support` is the address where people ask for help, as the package states it. */
  app: { id: string; version: string; support: string };
  read: IRead;
  modify: IModify;
  http: IHttp;
  persistence: RecordStore;
  logger: Log;
  /**
   * The path of one of our endpoints below the workspace's address, including the private hash; '' while it is unknown.
   */
  endpointPath(path: string): string;
  memory: Memory;
}

/** The accessors of one call into the app. Each call has its own log, which comes with the app object. */
export type CallAccessors = Pick<Host, 'read' | 'modify' | 'http' | 'persistence' | 'logger'>;

/** Makes the host of one call. */
export type HostMaker = (accessors: CallAccessors) => Host;

/**
 * The memory of this process between calls. It is only a cache: everything in it can be read again from the workspace,
 * and other instances have their own. A folder outside core declares what it remembers in a type of its own.
 */
export interface Memory {
  settings: SettingsCache;
  appUser: CachedValue<IUser>;
  siteUrl: CachedValue<string>;
  /** wamids that this process has put into a room, so that a repeated webhook costs nothing. */
  seen: LRU<true>;
  /** The wamids of messages that this process has posted, by Rocket.Chat's ids. */
  posted: LRU<string>;
  /** Second and bare rooms whose messages this process has moved. */
  moved: LRU<true>;
  /** Notices to agents about changes that customers do not see (edits and deletions), by sentence and message. */
  reportedChanges: LRU<true>;
  /** The name of this process in records. */
  process: string;
  /** Until when another process is assumed to be running too, epoch milliseconds. */
  othersUntil: { at: number };
  /** The wamids of agents' messages that went out last in a conversation, by room, newest last. */
  sentIn: LRU<string[]>;
  /** The time of a conversation's last message, epoch milliseconds. */
  lastPlaced: LRU<number>;
  /** The time of a customer's last sign of life, by number and WhatsApp's id of the customer: for the customer service window. */
  lastHeard: LRU<LastActivity>;
  /** The wamid up to which a customer's messages were marked as read, by number and customer. */
  markedRead: LRU<string>;
  /** Recent failures of marking as read, by number and reason. */
  receiptTroubles: LRU<true>;
  /** Functions that end the typing indicator, by number and customer. */
  typing: Map<string, () => void>;
  /** When requests for files failed in the last minute, epoch milliseconds, by the digits of the number. */
  mediaFailures: LRU<readonly number[]>;
  /** Work on the same customer, card or view runs one after another. */
  locks: KeyedMutex;
  /** The same locks, for work in the order of WhatsApp's dates. */
  datedLocks: DatedMutex;
  /** Rooms whose agents were told in the last minutes that messages to one customer are paced. */
  pacedTold: LRU<true>;
  /** Record ids of sends whose answer this process lost. A status may still tell whether WhatsApp took them. */
  asking: LRU<true>;
  /** Gives answers to webhooks priority, and processes a few webhooks at a time. */
  limiter: Limiter;
  /** Recent technical failures between 360dialog and this process, one line each; `at` is in ISO form. */
  troubles: LRU<{ at: string; what: string }>;
  /**
   * The number of a bot's texts that waited for a message with only buttons and got none, by the bot's user id; negative
   * for a bot that has sent such a message.
   */
  botsInVain: LRU<number>;
  /**
   * The Message Status Endpoint that failed last ('' for none), and until when (epoch milliseconds) nothing is sent to
   * it.
   */
  statusEndpoint: { failed: string; restUntil: number };
  /** Calls that this server does not have. They are tried again now and then, because a server may be updated. */
  lacks: LRU<true>;
  /** Events for numbers that are not connected, by the digits of the number whose secret was used. */
  foreignEvents: Map<string, number>;
  /** Work that goes on after the answer, so that the sweep does not take it up. */
  entriesAtWork: Set<string>;
  /** Records of webhooks that a crash left behind and that this process waits for. */
  recovering: Set<string>;
  /** The first search for work that a crash left behind; undefined before it starts. */
  recovered: Promise<void> | undefined;
}

/**
 * A value of the workspace that this process caches for a bounded time. A message does not pay a round trip for it, and two
 * instances agree within a minute.
 */
export class CachedValue<T> {
  private value: { is: T; at: number } | undefined;
  private reading: Promise<T> | undefined;
  private forgotten = 0;

  /** @param maxAge in milliseconds */
  constructor(
    private readonly readValue: (host: Host) => Promise<T>,
    private readonly maxAge: number,
  ) {}

  /** The value, at most `maxAge` milliseconds old. Simultaneous callers share one reading. */
  async get(host: Host, maxAge = this.maxAge): Promise<T> {
    if (this.value && Date.now() - this.value.at < maxAge) {
      return this.value.is;
    }
    this.reading ??= this.read(host);
    return this.reading;
  }

  /** Makes the next `get` read the value again. */
  forget(): void {
    this.value = undefined;
    this.reading = undefined;
    this.forgotten += 1;
  }

  private async read(host: Host): Promise<T> {
    const before = this.forgotten;
    try {
      const is = await this.readValue(host);
      // `forget` was called during the read, so the value may be out of date already.
      if (before === this.forgotten) {
        this.value = { is, at: Date.now() };
      }
      return is;
    } finally {
      if (before === this.forgotten) {
        this.reading = undefined;
      }
    }
  }
}
