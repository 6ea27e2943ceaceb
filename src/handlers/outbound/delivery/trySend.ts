import { timeouts } from '../../dialog360/Connection';
import { sendMessage } from '../../dialog360/sendMessage';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { pause } from '../../core/durations';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { findEntry, removeEntry, replaceEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';
import type { ConnectedNumber } from '../../numbers/numbers';
import { setAside } from './outbox';
import { connectionOf } from '../../numbers/connectionOf';
import type { Outgoing, Recipient } from '../Outgoing';
import { forgetBadFiles } from '../pieces/bringFile';
import { recordFailure, reportFailure } from '../failures/reportFailure';
import { messageLock } from '../statuses/advanceDelivery';
import { withdrawCard } from '../failures/resend';
import { linkSent } from './linkSent';
import { nextStep, STATUS_TIME } from './nextStep';
import { sayWaiting, sayWaitingIsOver } from './sayWaiting';

/** The result of a message: 'waiting' when the app retries it, 'failed' when the agents were told. */
export type Outcome = 'sent' | 'waiting' | 'failed';

/** Milliseconds for which a process that works on a send is assumed to be alive; longer than a request may take. */
export const ALIVE = timeouts.send + 5_000;

/** Milliseconds after which a process renews its lease during longer work. */
const SIGN_OF_LIFE = 10_000;

/**
 * Milliseconds that a request may wait for its number's pace. For a longer wait the message goes back to the queue,
 * where other processes see it.
 */
const SHORT = 1_000;

/** A message whose record says that it is being sent. */
interface Attempt {
  outbox: OutboxEntry;
  /** The content, without its recipient. */
  content: Record<string, unknown>;
  number: ConnectedNumber;
  conversation: Recipient;
  failed?: Outgoing['failed'];
  taken?: Outgoing['taken'];
}

/**
 * Makes one attempt to send a message through 360dialog, when the pace of its number allows it, and handles the result.
 */
export async function trySend(host: Host, attempt: Attempt): Promise<Outcome> {
  const { outbox, content, number, conversation } = attempt;
  const { paces } = host.memory;
  const wait = paces.next({ number: number.digits, customer: conversation.customer }, SHORT);
  if (wait > SHORT) {
    return putOff(host, attempt, Date.now());
  }
  if (wait > 0) {
    await pause(wait);
  }
  try {
    const { wamid } = await sendMessage(await connectionOf(host, number), {
      recipient_type: 'individual',
      ...addressOf(conversation),
      ...content,
      biz_opaque_callback_data: outbox.entry,
    });
    attempt.taken?.(wamid);
    await remember(host, outbox, wamid);
    await sayWaitingIsOver(host, outbox, 'delivery:retried');
    return 'sent';
  } catch (error) {
    if (error instanceof AppError) {
      paces.refused(number.digits, error);
      await forgetBadFiles(host, outbox.media ?? [], error);
    }
    return afterFailure(host, attempt, error);
  }
}

/** The lease on a record. */
export interface SendLease {
  /** Whether surely nobody else has taken the record up. A process that stood still for a while has lost it for good. */
  isHeld(): boolean;
  /** Renews it no more. */
  stop(): void;
}

/** Renews the lease on a record regularly, until it is stopped or lost. @param outbox as it is stored, with its lease */
export function keepAlive(host: Host, outbox: OutboxEntry): SendLease {
  let until = outbox.busyUntil ?? 0;
  const isHeld = () => Date.now() < until;
  const renew = async () => {
    const next = Date.now() + ALIVE;
    if (isHeld()) {
      await replaceEntry(host, { ...outbox, busyUntil: next });
      // Another process that looked between the end and this write has taken it.
      until = isHeld() ? next : 0;
    }
  };
  const timer = setInterval(() => {
    void renew().catch((error: unknown) => {
      host.logger.warn('A lease could not be renewed; another instance may take over the send:', String(error));
    });
  }, SIGN_OF_LIFE);
  return { isHeld, stop: () => clearInterval(timer) };
}

/** Leaves a message to `QueueWorkers`, which sends it when it is due. WhatsApp has not taken it. */
export async function putOff(
  host: Host,
  attempt: Pick<Attempt, 'outbox'> & Partial<Attempt>,
  due: number,
): Promise<Outcome> {
  return leave(host, attempt, { state: 'waiting', busyUntil: undefined, due });
}

async function afterFailure(host: Host, attempt: Attempt, error: unknown): Promise<Outcome> {
  const { outbox } = attempt;
  const { tries = 0, since = Date.now() } = outbox;
  const step = nextStep(error, outbox);
  if (step.do === 'wait') {
    return putOff(host, { ...attempt, outbox: { ...outbox, tries: tries + 1, since } }, step.due);
  }
  if (step.do === 'ask' && !step.isLast) {
    // Only a process that could receive webhooks all the time may conclude something from a missing status. After a
    // restart it may not.
    host.memory.asking.set(outbox.entry, true);
    const { due } = step;
    return leave(host, attempt, { state: 'asking', uncertain: true, since, due, busyUntil: due + STATUS_TIME });
  }
  if (step.do === 'ask') {
    await replaceEntry(host, { ...outbox, busyUntil: Date.now() + ALIVE });
    await pause(STATUS_TIME);
    return tellUncertain(host, attempt, error);
  }
  return giveUp(host, attempt, error);
}

/**
 * WhatsApp has not taken it and will not. The caller reports that, or the agents are told before the record is deleted.
 */
export async function giveUp(
  host: Host,
  { outbox, failed }: Pick<Attempt, 'outbox' | 'failed'>,
  error: unknown,
): Promise<Outcome> {
  if (failed?.(error)) {
    await recordFailure(host, outbox, error);
  } else {
    await reportFailure(host, outbox, error);
  }
  await removeEntry(host, outbox);
  await sayWaitingIsOver(host, outbox, 'delivery:retryEnded');
  return 'failed';
}

/**
 * Tells the agents, or the caller, that it is unknown whether WhatsApp took a message. The record stays, because a
 * status may still report it and then removes the card.
 */
export async function tellUncertain(
  host: Host,
  { outbox, failed }: Pick<Attempt, 'outbox' | 'failed'>,
  error: unknown,
): Promise<Outcome> {
  if (!(await findEntry(host, outbox.entry))) {
    await sayWaitingIsOver(host, outbox, 'delivery:retried');
    return 'sent';
  }
  const cardId = failed?.(error) ? undefined : await reportFailure(host, outbox, error);
  const isTaken = await setAside(host, outbox, cardId);
  if (isTaken && cardId) {
    await withdrawCard(host, cardId);
  }
  await sayWaitingIsOver(host, outbox, isTaken ? 'delivery:retried' : 'delivery:retryEnded');
  return isTaken ? 'sent' : 'failed';
}

/** Stores the next step, with everything that it needs, and wakes the queue's worker. */
async function leave(
  host: Host,
  { outbox, content, conversation }: Pick<Attempt, 'outbox'> & Partial<Attempt>,
  facts: Partial<OutboxEntry>,
): Promise<Outcome> {
  const address = conversation && { waId: conversation.waId, userId: conversation.userId };
  const left: OutboxEntry = { ...outbox, address: address ?? outbox.address, content, ...facts };
  const shownTo = await sayWaiting(host, left);
  await replaceEntry(host, { ...left, shownTo });
  host.memory.queueWorkers.goOn(host, outbox.queue ?? '');
  return 'waiting';
}

/** The message was sent, whatever happens to the link: reporting a failure would make somebody send it again. */
async function remember(host: Host, outbox: OutboxEntry, wamid: string): Promise<void> {
  try {
    await host.memory.locks.run(messageLock(wamid), () => linkSent(host, outbox, wamid));
  } catch (error) {
    host.logger.error('A message was sent, but not remembered; its first status does that:', String(error));
  }
}

/**
 * The address fields of a message: the customer's number, or their business-scoped id if WhatsApp gives no number. A
 * BSUID must not be in `to`: the API would accept it and drop the message (360dialog: usernames and BSUID).
 *
 * @internal exported for tests
 */
export function addressOf({
  waId,
  userId,
}: Pick<Conversation, 'waId' | 'userId'>): { to: string } | { recipient: string } {
  return waId ? { to: waId } : { recipient: userId ?? '' };
}
