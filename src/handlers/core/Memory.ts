import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LRU } from 'tiny-lru';
import type { Reach } from '../dialog360/createDialog360Http';
import type { FileTimes } from '../inbound/media/FileTimes';
import type { InboxWork } from '../inbound/webhook/InboxWork';
import type { ConnectedNumber } from '../numbers/numbers';
import type { Conversation } from '../omnichannel/conversations/conversations';
import type { WaitingHalf } from '../outbound/agent/pairWithButtons';
import type { Paces } from '../outbound/delivery/Paces';
import type { QueueWorkers } from '../outbound/delivery/QueueWorkers';
import type { SendQueue } from '../outbound/delivery/SendQueue';
import type { DeliveryLine } from '../outbound/statuses/deliveryLine';
import type { LastMessage } from '../outbound/statuses/readReceipts';
import type { CachedValue } from './CachedValue';
import type { DatedMutex, KeyedMutex } from './KeyedMutex';
import type { Limiter } from './Limiter';
import type { Watcher } from './records/Entry';
import type { LastHeard } from './records/heard';
import type { Install } from './records/install';
import type { SettingsCache } from './settings/createSettingsCache';

/**
 * What this process remembers between calls. Nothing that must be true lives here alone: all of it can be read again
 * from the workspace, and other instances have their own.
 */
export interface Memory {
  numbers: CachedValue<ConnectedNumber[]>;
  settings: SettingsCache;
  install: CachedValue<Install>;
  appUser: CachedValue<IUser>;
  siteUrl: CachedValue<string>;
  /** By number and customer, for a minute: another instance may learn something new of a customer. */
  conversations: LRU<Conversation>;
  /** wamids that this process has put into a room, so that a repeated webhook costs nothing. */
  seen: LRU<true>;
  /** The wamids of messages that this process has posted, by Rocket.Chat's ids. */
  posted: LRU<string>;
  /** Second and bare rooms whose messages this process has moved. */
  moved: LRU<true>;
  /** What the agents were told that customers do not see: edits and deletions, by sentence and message. */
  saidUnseen: LRU<true>;
  /** How far the agents were shown that their messages got, by room. */
  deliveryLines: LRU<DeliveryLine>;
  /** How far each piece of an agent's message got, by the message's id in Rocket.Chat and the piece's wamid. */
  pieceStates: LRU<Map<string, string>>;
  /** The wamids of agents' messages that went out last in a conversation, by room, newest last. */
  sentIn: LRU<string[]>;
  /** Whom a conversation is served by, by room, as far as this process has heard; undefined for a bot. */
  servedBy: LRU<Watcher | undefined>;
  /** When a conversation's last message was placed, epoch milliseconds. */
  lastPlaced: LRU<number>;
  /** When a customer was heard of last, by number and what WhatsApp calls them: for the customer service window. */
  lastHeard: LRU<LastHeard>;
  /** What a customer wrote last, by number and what WhatsApp calls them. */
  lastMessages: LRU<LastMessage>;
  /** The wamid up to which a customer was shown that their messages were read, by number and customer. */
  markedRead: LRU<string>;
  /** What went wrong with that lately, by number and reason. */
  receiptTroubles: LRU<true>;
  /** Ends the typing that customers are shown, by number and customer. */
  typing: Map<string, () => void>;
  /** When requests for files failed lately, epoch milliseconds, by the digits of the number, for a minute. */
  mediaFailures: LRU<readonly number[]>;
  /** When files were put into conversations. */
  fileTimes: FileTimes;
  /** Work on the same customer, card or view runs one after another. */
  locks: KeyedMutex;
  /** The same locks, for work in the order of WhatsApp's dates. */
  datedLocks: DatedMutex;
  /** What is on its way to customers. */
  sendQueue: SendQueue;
  /** Go on with what had to wait. */
  queueWorkers: QueueWorkers;
  /** How fast messages leave. */
  paces: Paces;
  /** Rooms whose agents were told that messages to one customer are paced, for some minutes. */
  pacedTold: LRU<true>;
  /** Record ids of sends whose answer this process lost. A status may still tell whether WhatsApp took them. */
  asking: LRU<true>;
  /** Answers webhooks first, and processes them a few at a time. */
  limiter: Limiter;
  /** What went wrong technically between 360dialog and this process lately, in one line each; `at` is in ISO form. */
  troubles: LRU<{ at: string; what: string }>;
  /** Bots' messages that wait for a moment, by room: a text and the buttons after it become one. */
  waitingHalves: Map<string, WaitingHalf>;
  /** How many texts of a bot waited in vain for buttons alone, by the bot's user id; below zero for one that sends such. */
  botsInVain: LRU<number>;
  /** The Message Status Endpoint that failed last, '' for none, and until when (epoch milliseconds) it is left alone. */
  statusEndpoint: { failed: string; restUntil: number };
  /** Whether the sandbox reaches 360dialog by itself. */
  reach: Reach;
  /** Calls that this server turned out not to have; asked again now and then, as a server may be updated. */
  lacks: LRU<true>;
  /** Events for numbers that are not connected, by the digits of the number whose secret came along. */
  foreignEvents: Map<string, number>;
  /** Work that goes on after an answer was given, so that the sweep leaves it alone. */
  entriesAtWork: Set<string>;
  /** The webhooks that this process works on. */
  inboxWork: InboxWork;
  /** Records of webhooks that a crash left and that are waited for here. */
  recovering: Set<string>;
  /** The first look for what a crash left; undefined before it. */
  recovered: Promise<void> | undefined;
}
