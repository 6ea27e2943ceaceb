import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { pause } from '../../core/durations';
import { findByKey, findCustomer } from '../../omnichannel/conversations/conversations';
import { findByAbout, findEntry, removeEntry, replaceEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';
import { takeLease } from '../../core/records/leases';
import { findQueue, findQueues, readQueue } from './outbox';
import { sendPieces } from '../agent/sendAgentMessage';
import { canSend, respectedOptOut } from '../canSend';
import { windowOf } from '../windowOf';
import { LONGEST } from './nextStep';
import { sayPaced } from './sayWaiting';
import type { Outcome } from './trySend';
import { ALIVE, giveUp, keepAlive, tellUncertain, trySend } from './trySend';

declare module '../../core/Host' {
  interface Memory {
    /** Continue with waiting messages. */
    queueWorkers: QueueWorkers;
  }
}

/** Milliseconds between two checks of a message that another process works on. */
const SOON = 250;

/**
 * Milliseconds to wait after a failure of the store, and between two checks of a message that a status may remove from
 * the queue.
 */
const REST = 1_000;

/** A message that waited longer than this, in milliseconds, because no process ran, may no longer be appropriate. */
const STALE = 2 * LONGEST;

/** How long a claim on a message lasts after its process was killed, in milliseconds. */
const CLAIM = 15_000;

/**
 * Sends the messages that wait in the queues of customers, one after another. The store holds them, whether this process,
 * another instance or a killed process left them. A queue has one worker in a process. If two processes find the same
 * message due, a claim decides which one sends it.
 */
export class QueueWorkers {
  /** For each queue: whether a message may have arrived since the worker's last check. */
  private readonly running = new Map<string, boolean>();

  /** Starts the worker of a queue, unless it already runs in this process. Returns at once and never throws. */
  goOn(host: Host, queue: string): void {
    if (!this.running.has(queue)) {
      void this.work(host, queue);
    }
    this.running.set(queue, true);
  }

  private async work(host: Host, queue: string): Promise<void> {
    this.running.set(queue, true);
    while (this.running.get(queue) === true) {
      this.running.set(queue, false);
      try {
        for (let [first] = await findQueue(host, queue); first; [first] = await findQueue(host, queue)) {
          await pause(await takeUp(host, first));
        }
      } catch (error) {
        host.logger.error('A waiting message could not be sent; it is tried again:', String(error));
        this.running.set(queue, true);
        await pause(REST);
      }
    }
    this.running.delete(queue);
  }
}

/** Starts the workers of all queues with waiting messages. */
export async function workQueues(host: Host): Promise<void> {
  const waiting = (await findQueues(host)).filter(({ entry }) => !host.memory.entriesAtWork.has(entry));
  for (const queue of new Set(waiting.map((outbox) => outbox.queue ?? ''))) {
    host.memory.queueWorkers.goOn(host, queue);
  }
}

/** Handles the first message of a queue. @returns milliseconds until the next check */
async function takeUp(host: Host, first: OutboxEntry): Promise<number> {
  const { entry, state, busyUntil = 0, due = 0, at } = first;
  const { asking, entriesAtWork } = host.memory;
  const now = Date.now();
  if (entriesAtWork.has(entry)) {
    return SOON;
  }
  // Only a process that could have received a status may conclude anything from its absence.
  const isHeard = state === 'asking' && asking.has(entry);
  const waitsUntil = isHeard ? due : Math.max(busyUntil, state === 'waiting' ? due : 0);
  if (waitsUntil > now) {
    const isSoon = state !== 'waiting' || busyUntil > now;
    return Math.min(waitsUntil - now, isSoon ? Math.max(SOON, Math.min(now - at, REST)) : Infinity);
  }
  const pace = state === 'waiting' ? host.memory.paces.next(first, -1) : 0;
  if (pace > 0) {
    await sayPaced(host, first, pace);
    return pace;
  }
  const outbox = await claim(host, first);
  if (!outbox) {
    return SOON;
  }
  asking.delete(entry);
  entriesAtWork.add(entry);
  try {
    if (state === 'waiting' || isHeard) {
      await goOnWith(host, outbox);
    } else {
      await endAbandoned(host, outbox);
    }
  } finally {
    entriesAtWork.delete(entry);
  }
  return 0;
}

/** The record under this process's claim; undefined when another process was faster or the record is gone. */
async function claim(host: Host, first: OutboxEntry): Promise<OutboxEntry | undefined> {
  const held = await takeLease(host, `queue ${first.queue ?? ''}`, CLAIM);
  if (!held) {
    return undefined;
  }
  try {
    const current = await findEntry(host, first.entry);
    if (current?.kind !== 'outbox' || current.state !== first.state || current.busyUntil !== first.busyUntil) {
      return undefined;
    }
    // A process that was paused after its read may have lost the claim to another one.
    if (held.left() < CLAIM / 2) {
      return undefined;
    }
    const state = current.content === undefined ? current.state : 'sending';
    const ours: OutboxEntry = { ...current, state, busyUntil: Date.now() + ALIVE };
    await replaceEntry(host, ours);
    // Where that took longer than the claim, another process may have written the same in the meantime.
    return held.left() > 0 ? ours : undefined;
  } finally {
    await held.end();
  }
}

/** Sends it, after another check by `canSend`: the customer may have opted out meanwhile. */
async function goOnWith(host: Host, outbox: OutboxEntry): Promise<void> {
  try {
    if (Date.now() - outbox.at > STALE) {
      throw new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:notHeard' });
    }
    const outcome = await (outbox.content === undefined ? sendMessageOf(host, outbox) : sendContentOf(host, outbox));
    if (outcome === 'failed') {
      await leaveOutTheRest(host, outbox);
    }
  } catch (error) {
    await giveUp(host, { outbox }, error);
    await leaveOutTheRest(host, outbox);
  }
}

async function sendContentOf(host: Host, outbox: OutboxEntry): Promise<Outcome> {
  const changed = await findChange(host, outbox);
  if (changed !== undefined) {
    // The message was edited or deleted meanwhile: its parts are built again, or it is not sent.
    const anew: OutboxEntry = { ...outbox, state: 'waiting', content: undefined };
    await replaceEntry(host, anew);
    return sendMessageOf(host, anew);
  }
  const { content = {}, gate = 'agent', roomId, customer, address = {} } = outbox;
  const number = (await host.memory.numbers.get(host)).find(({ digits }) => digits === outbox.number);
  const conversation = await findByKey(host, outbox.number, customer);
  const wish = (await readQueue(host, outbox.queue ?? '')).optOut;
  const known = conversation ?? (await findCustomer(host, outbox.number, [customer]));
  const optOut = await respectedOptOut(host, { optOut: wish ?? known.optOut });
  const room = roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
  const window = await windowOf(host, conversation, { room, optOut });
  const refusal = canSend({ kind: gate, number, optOut, window });
  if (refusal) {
    throw new AppError({ kind: 'refused', retry: 'no', key: refusal });
  }
  if (!number) {
    throw new Error('a number that may send is connected');
  }
  const recipient = conversation ?? { number: outbox.number, customer, ...address };
  return trySend(host, { outbox, content, number, conversation: recipient });
}

/** Whether an agent's message was edited or deleted in Rocket.Chat while it waited. */
async function findChange(host: Host, { gate, messageId, at }: OutboxEntry): Promise<'edited' | 'deleted' | undefined> {
  if (gate !== 'agent' || messageId === undefined) {
    return undefined;
  }
  const message = await host.read.getMessageReader().getById(messageId);
  if (!message) {
    return 'deleted';
  }
  return message.editedAt && new Date(message.editedAt).getTime() > at ? 'edited' : undefined;
}

/** Sends a message whose parts are not all built yet. Each part gets its own record. */
async function sendMessageOf(host: Host, outbox: OutboxEntry): Promise<Outcome> {
  const message = outbox.messageId ? await host.read.getMessageReader().getById(outbox.messageId) : undefined;
  const room = message && (await host.read.getRoomReader().getById(message.room.id));
  const whatsapp = room && readWhatsappRoom(room, host.app.id);
  const lease = keepAlive(host, outbox);
  try {
    // A message that was deleted meanwhile is not sent.
    const tellIn = outbox.roomId ? await host.read.getRoomReader().getById(outbox.roomId) : undefined;
    const again = { resumes: outbox, lease, tellIn };
    const outcome = whatsapp ? await sendPieces(host, { ...message, room }, whatsapp, again) : 'sent';
    if (outcome === 'elsewhere') {
      // The record stays, in case the other instance does not finish it.
      return 'sent';
    }
    await removeEntry(host, outbox);
    return outcome === 'nothing-left' ? 'sent' : outcome;
  } finally {
    lease.stop();
  }
}

/** Parts after a failed one are not sent without it. **Send again** sends all missing parts. */
async function leaveOutTheRest(host: Host, { about = '', messageId }: OutboxEntry): Promise<void> {
  for (const entry of messageId === undefined ? [] : await findByAbout(host, about)) {
    if (entry.kind === 'outbox' && entry.state === 'waiting' && entry.told !== true) {
      await removeEntry(host, entry);
    }
  }
}

/** Its process was killed during the request, so the result is unknown unless the answer was stored. */
async function endAbandoned(host: Host, outbox: OutboxEntry): Promise<void> {
  const entries = outbox.about === undefined ? [] : await findByAbout(host, outbox.about);
  if (entries.some((entry) => entry.kind === 'link' && entry.outbox === outbox.entry)) {
    await removeEntry(host, outbox);
    return;
  }
  const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:interrupted', maybeSent: true });
  if ((await tellUncertain(host, { outbox }, error)) === 'failed') {
    await leaveOutTheRest(host, outbox);
  }
}
