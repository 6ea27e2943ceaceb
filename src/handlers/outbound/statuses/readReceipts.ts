import type { LRU } from 'tiny-lru';
import { markRead } from '../../dialog360/sendMessage';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { conversationKey, findByKey } from '../../omnichannel/conversations/conversations';
import { findMessagesOfDay } from '../../core/records/entries';
import type { CustomerActivity } from '../../core/records/customerActivity';
import { ACTIVITY_APART } from '../../core/records/customerActivity';
import { connectionOf } from '../../numbers/connectionOf';
import { idsOf } from '../windowOf';

declare module '../../core/Host' {
  interface Memory {
    /** The last message of a customer, by number and WhatsApp's id of the customer. */
    lastMessages: LRU<LastMessage>;
  }
}

/** Milliseconds: WhatsApp shows typing for 25 seconds at most, so it is sent again a little earlier. */
const TYPING_AGAIN = 20_000;

/** The longest time, in milliseconds, that typing is shown for a bot or a file. After that nobody would believe it. */
const LONGEST_TYPING = 60_000;

/** Milliseconds. An agent's file that takes less time needs no typing indicator. */
export const WORTH_TYPING = 1_000;

/** How many days back a customer's last message is searched for. */
const DAYS_BACK = 4;

/** Our number and the customer's key. */
interface Chat {
  number: string;
  customer: string;
}

/** The last message of a customer. */
export interface LastMessage {
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
}

/** Caches the last message of a customer, for the next read receipt. */
export function noteLastMessage(host: Host, { number, customer, at }: CustomerActivity, wamid: string): void {
  const key = conversationKey(number, customer);
  if ((host.memory.lastMessages.get(key)?.at ?? 0) <= at) {
    host.memory.lastMessages.set(key, { wamid, at });
  }
}

/**
 * Marks the customer's messages as read, once for the last one, unless the setting turns read receipts off. The message
 * path must not await it. Never throws: agents are not told about failures, and the log has them once an hour for each
 * number and reason.
 */
export async function markAsRead(host: Host, chat: Chat): Promise<void> {
  await mark(host, chat, { typing: false });
}

/** Does the same when an agent gets a conversation, if the setting asks for it. */
export async function markAsTaken(host: Host, chat: Chat): Promise<void> {
  if ((await host.memory.settings.get('readReceipts')) === 'taking') {
    await markAsRead(host, chat);
  }
}

/**
 * Shows the typing indicator, which also marks the customer's messages as read, until it is stopped or for a minute.
 *
 * @param after milliseconds before it is shown: faster work needs no indicator
 * @returns stops it; an indicator that WhatsApp already shows ends with the next message
 */
export function showTyping(host: Host, chat: Chat, after = 0): () => void {
  const { typing } = host.memory;
  const key = conversationKey(chat.number, chat.customer);
  const end = Date.now() + LONGEST_TYPING;
  let timer: NodeJS.Timeout;
  const tell = () => {
    void mark(host, chat, { typing: true });
    if (Date.now() + TYPING_AGAIN < end) {
      timer = setTimeout(tell, TYPING_AGAIN);
    }
  };
  const stop = () => {
    clearTimeout(timer);
    if (typing.get(key) === stop) {
      typing.delete(key);
    }
  };
  typing.get(key)?.();
  typing.set(key, stop);
  timer = setTimeout(tell, after);
  return stop;
}

/** Ends the typing indicator of a conversation, because the message is about to be sent. */
export function stopTyping(host: Host, { number, customer }: Chat): void {
  host.memory.typing.get(conversationKey(number, customer))?.();
}

async function mark(host: Host, chat: Chat, { typing }: { typing: boolean }): Promise<void> {
  try {
    if ((await host.memory.settings.get('readReceipts')) === 'never') {
      return;
    }
    const number = (await host.memory.numbers.get(host)).find(({ digits }) => digits === chat.number);
    const last = number && (await lastMessageOf(host, chat));
    const key = conversationKey(chat.number, chat.customer);
    if (!number || !last || (!typing && host.memory.markedRead.get(key) === last.wamid)) {
      return;
    }
    host.memory.markedRead.set(key, last.wamid);
    const connection = await connectionOf(host, number);
    // A failure here is not a failure of a message.
    await markRead({ ...connection, note: () => undefined }, last.wamid, { typing });
  } catch (error) {
    logOnce(host, chat, error);
  }
}

/** Reads the cache of this process, then the records of the last days: one round trip for each id and day. */
async function lastMessageOf(host: Host, { number, customer }: Chat): Promise<LastMessage | undefined> {
  const conversation = await findByKey(host, number, customer);
  const ids = conversation ? idsOf(conversation) : [customer];
  const known = newest(ids.map((id) => host.memory.lastMessages.get(conversationKey(number, id))));
  if (known) {
    return known;
  }
  for (let day = 0; day < DAYS_BACK; day += 1) {
    const at = Date.now() - day * ACTIVITY_APART;
    const ofDay = await Promise.all(ids.map((id) => findMessagesOfDay(host, { number, customer: id, at })));
    const found = newest(ofDay.flat());
    if (found) {
      host.memory.lastMessages.set(conversationKey(number, customer), found);
      return found;
    }
  }
  return undefined;
}

function newest(messages: readonly (LastMessage | undefined)[]): LastMessage | undefined {
  return messages.reduce((a, b) => ((b?.at ?? 0) > (a?.at ?? 0) ? b : a), undefined);
}

function logOnce(host: Host, { number }: Chat, error: unknown): void {
  const reason = error instanceof AppError ? error.message : String(error);
  const occasion = `${number} ${error instanceof AppError ? error.key : reason}`;
  if (!host.memory.receiptTroubles.get(occasion)) {
    host.memory.receiptTroubles.set(occasion, true);
    host.logger.warn('A customer could not be shown that their message was read:', reason);
  }
}
