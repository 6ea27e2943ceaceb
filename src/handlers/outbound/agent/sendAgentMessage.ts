import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { file, findByAbout, removeEntry, storeEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';
import { conversationKey, findByKey, noteOffer } from '../../omnichannel/conversations/conversations';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { canSend, respectedOptOut } from '../canSend';
import { deliver } from '../delivery/deliver';
import type { Outcome } from '../delivery/trySend';
import type { SendLease } from '../delivery/trySend';
import { ALIVE, keepAlive } from '../delivery/trySend';
import { noteWhenSlow } from '../delivery/waitWhole';
import { reportFailure } from '../failures/reportFailure';
import { findPieces, isSentElsewhere } from '../failures/resend';
import { filesOf } from '../pieces/agentFiles';
import { piecesOf } from '../pieces/piecesOf';
import { ACCEPTED } from '../statuses/advanceDelivery';
import { watchersOf } from '../statuses/deliveryLine';
import { showTyping, stopTyping, WORTH_TYPING } from '../statuses/readReceipts';
import { windowOf } from '../windowOf';
import { findAnswered } from './findAnswered';
import { withWords } from './pairWithButtons';
import { wordsOf } from './reportUnsentChange';

/**
 * The result of a message: WhatsApp took all of it, the app sends it later, a failure was reported, nothing was left to
 * send, or another instance has taken it up and sends the rest.
 */
export type SendOutcome = Outcome | 'nothing-left' | 'elsewhere';

/** An earlier attempt at a message. */
interface Retry {
  /** Parts that WhatsApp took, in case their records are already purged. */
  taken?: readonly string[];
  /** The conversation that shows the result, if it is newer than the message's own. */
  tellIn?: IRoom;
  /** The id of the record of a waiting message. */
  resumes?: OutboxEntry;
  /** The lease on that record. */
  lease?: SendLease;
}

/**
 * Sends a message of an agent or a bot to the customer, from the number that the customer wrote to. Messages are sent
 * in the order in which they were written. Every failure is shown in the room. If a part fails, the rest waits, so that
 * the customer does not read it without that part.
 *
 * @param again an earlier attempt: parts that WhatsApp took are not sent again, and the rest is queued last
 * @throws never: failures are reported
 */
export async function sendAgentMessage(
  host: Host,
  message: IMessage,
  { number, customer }: WhatsappRoom,
  again?: Retry,
): Promise<SendOutcome> {
  const at = again ? Date.now() : writtenAt(message);
  const endWaiting = again ? undefined : noteWhenSlow(host, message, { number, customer }, at);
  return host.memory.sendQueue.take({ number, customer }, at, async () => {
    if (await endWaiting?.()) {
      return 'waiting';
    }
    // The typing indicator announces this message, because a file takes a while.
    stopTyping(host, { number, customer });
    const stop = filesOf(message).length > 0 ? showTyping(host, { number, customer }, WORTH_TYPING) : undefined;
    try {
      const whole = again ? await withWords(host, message) : message;
      return await sendPieces(host, whole, { number, customer }, again);
    } catch (error) {
      const undelivered = {
        number,
        customer,
        roomId: toldIn(message, again),
        messageId: message.id,
        text: message.text,
      };
      await reportFailure(host, undelivered, error);
      return 'failed';
    } finally {
      stop?.();
    }
  });
}

function toldIn({ room }: IMessage, again?: Retry): string {
  return again?.tellIn?.id ?? room.id;
}

/**
 * Sends the parts of a message one after the other, in the order of the queue.
 *
 * @throws an error that prevents the whole message from being sent
 */
export async function sendPieces(
  host: Host,
  message: IMessage,
  room: WhatsappRoom,
  again?: Retry,
): Promise<SendOutcome> {
  const number = (await host.memory.numbers.get(host)).find(({ digits }) => digits === room.number);
  const conversation = await findByKey(host, room.number, room.customer);
  const optOut = await respectedOptOut(host, conversation);
  const window = await windowOf(host, conversation, { room: message.room, optOut });
  const refusal = canSend({ kind: 'agent', number, optOut, window });
  if (refusal) {
    throw new AppError({ kind: 'refused', retry: 'no', key: refusal });
  }
  if (!number) {
    throw new Error('a number that may send is connected');
  }
  if (!conversation) {
    // The conversation is unknown: an administrator deleted the customer's data, or the app was removed and installed
    // again.
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:customerForgotten' });
  }
  const { id: messageId = '' } = message;
  const known = again ? await findPieces(host, messageId, again.taken) : [];
  const roomId = toldIn(message, again);
  const shown = { postedAt: writtenAt(message), words: wordsOf(message), watchers: watchersOf(host, message) };
  const queuedAt = again?.resumes?.queuedAt ?? (again ? Date.now() : writtenAt(message));
  const where = { roomId, messageId, about: messageId, gate: 'agent', queuedAt } as const;
  const outgoing = { number, conversation, ...where, ...shown, resumes: again?.resumes };
  if (conversation.offer) {
    // The customer's next message answers this one.
    await noteOffer(host, conversation, undefined);
  }
  const { wamid, message: said } = await findAnswered(host, message, room);
  let quotes = wamid;
  let outcome: SendOutcome = 'nothing-left';
  let place: Place | undefined = again?.lease && { lease: again.lease, leave: () => Promise.resolve() };
  /** The parts so far, sent now or before. */
  const parts: string[] = [];
  const found = { isElsewhere: false };
  const isOutdated = async (own: OutboxEntry) => {
    // Whoever takes a message up looks for a process that stood still and goes on now, and that one looks for it.
    const mayBeElsewhere = place !== undefined && (again?.lease !== undefined || !place.lease.isHeld());
    const times = parts.filter((part) => part === own.piece).length - 1;
    found.isElsewhere = mayBeElsewhere && (await isSentElsewhere(host, own, times));
    return found.isElsewhere;
  };
  let next = 0;
  try {
    for await (const piece of piecesOf(host, said)) {
      const at = next;
      next += 1;
      const part = piece.isFollowed || at > 0 ? { at, isLast: !piece.isFollowed } : undefined;
      const knownAt = known.indexOf(piece.id);
      parts.push(piece.id);
      if (knownAt >= 0) {
        known.splice(knownAt, 1);
        quotes = undefined;
        continue;
      }
      if (piece.isNumbered && piece.options) {
        // Stored before it is sent: the customer may answer at once.
        const { customer } = conversation;
        const offer = { customer, roomId, messageId, at: Date.now(), options: piece.options };
        await noteOffer(host, conversation, { ...offer, kind: 'offer' });
      }
      if (piece.isFollowed) {
        place ??= await keepPlace(host, { ...room, roomId, messageId, queuedAt });
      }
      outcome = await deliver(host, { ...outgoing, piece, part, quotes, isOutdated, follows: outcome === 'sent' });
      if (found.isElsewhere) {
        return 'elsewhere';
      }
      // On the phone the first part shows the quote, and the others follow it.
      quotes = undefined;
      if (outcome === 'failed') {
        break;
      }
    }
  } finally {
    await place?.leave(found.isElsewhere);
  }
  return outcome;
}

function writtenAt({ createdAt }: IMessage): number {
  const at = createdAt ? new Date(createdAt).getTime() : Number.NaN;
  return Number.isNaN(at) ? Date.now() : at;
}

/**
 * Sends a bot's buttons and the words of the message before them as one message. If that is refused, the words are sent
 * alone, so that a fault of the buttons does not hold them back. The result is recorded for both messages, so that the
 * words do not look unsent.
 */
export async function sendQuestion(
  host: Host,
  { buttons, text }: { buttons: IMessage; text: IMessage },
  room: WhatsappRoom,
): Promise<void> {
  await sendAgentMessage(host, { ...buttons, text: text.text }, room);
  // Messages that may have arrived have a record too.
  const isOut = (await findByAbout(host, buttons.id ?? '')).some(({ kind }) => kind !== 'refusal');
  if (!isOut) {
    await sendAgentMessage(host, text, room);
    return;
  }
  const { id: messageId = '' } = text;
  const facts = { ...room, roomId: text.room.id, messageId, about: messageId, delivery: ACCEPTED } as const;
  for await (const piece of piecesOf(host, text)) {
    await storeEntry(host, { ...file(Date.now()), ...facts, kind: 'link', direction: 'out', piece: piece.id });
  }
}

/** The place of a message in its queue. */
interface Place {
  lease: SendLease;
  /** Gives it up, unless another instance has taken it. */
  leave: (isElsewhere: boolean) => Promise<void>;
}

/**
 * Keeps the place of an agent's message in its queue while its parts are sent one by one. Later messages wait for all
 * of them on every instance, and after a crash `QueueWorkers` sends the rest.
 *
 * @returns the place, which has to be left
 */
async function keepPlace(
  host: Host,
  facts: WhatsappRoom & Required<Pick<OutboxEntry, 'roomId' | 'messageId' | 'queuedAt'>>,
): Promise<Place> {
  const at = Date.now();
  const queue = conversationKey(facts.number, facts.customer);
  const own = { about: facts.messageId, gate: 'agent', queue, at, busyUntil: at + ALIVE } as const;
  const whole: OutboxEntry = { ...file(at), ...facts, ...own, kind: 'outbox', state: 'waiting' };
  host.memory.entriesAtWork.add(whole.entry);
  await storeEntry(host, whole);
  const lease = keepAlive(host, whole);
  const leave = async (isElsewhere: boolean) => {
    lease.stop();
    if (!isElsewhere) {
      await removeEntry(host, whole);
    }
    host.memory.entriesAtWork.delete(whole.entry);
  };
  return { lease, leave };
}
