import { timeouts } from '../../dialog360/Connection';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { conversationKey, findByKey } from '../../omnichannel/conversations/conversations';
import { file, removeEntry, replaceEntry, storeEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';
import type { OptOut } from '../../omnichannel/conversations/optOuts';
import { isBefore, readQueue } from './outbox';
import { connectionOf } from '../../numbers/connectionOf';
import type { Content, Outgoing } from '../Outgoing';
import type { RefusalKey } from '../canSend';
import { canSend, respectedOptOut } from '../canSend';
import { windowOf } from '../windowOf';
import { mediaIdsOf } from '../pieces/bringFile';
import { nextStep } from './nextStep';
import type { Outcome } from './trySend';
import { ALIVE, giveUp, keepAlive, putOff, trySend } from './trySend';

/**
 * Sends one WhatsApp message. Call it inside the customer's `memory.sendQueue`. A record is stored first, so that a
 * crash leaves a trace. The record's id is sent as callback data, so that a status identifies the message even when the
 * answer was lost. The message waits while something else in the customer's queue waits, on this instance or another
 * one, and while 360dialog refuses it temporarily. `QueueWorkers` sends it later, also after a restart. A failure is
 * shown in the room before the record is deleted.
 *
 * @returns 'sent'; 'waiting' if the app sends it later, and everything behind it too; or 'failed', after the agents
 * were told
 * @throws when the record could not be stored; then nothing was sent and nothing was reported
 */
export async function deliver(host: Host, outgoing: Outgoing): Promise<Outcome> {
  const now = Date.now();
  const { number, conversation, roomId, messageId, reacted, about, piece, text, template, sentBy } = outgoing;
  const { postedAt, words, watchers, part, gate, queuedAt, resumes, isSecret, failed, taken } = outgoing;
  const queue = conversationKey(number.digits, conversation.customer);
  const outbox: OutboxEntry = {
    ...file(now + (piece.hasFile ? timeouts.media : 0)),
    kind: 'outbox',
    number: number.digits,
    customer: conversation.customer,
    roomId,
    messageId,
    reacted,
    about,
    queue,
    byApp: messageId === undefined ? queue : undefined,
    piece: piece.id,
    text,
    template,
    sentBy,
    isSecret,
    options: piece.options,
    postedAt,
    words,
    watchers,
    part,
    at: now,
    gate,
    queuedAt,
    // A file is not sent before it is uploaded to Meta.
    state: piece.hasFile ? 'waiting' : 'sending',
    busyUntil: now + ALIVE,
    tries: resumes?.tries,
    since: resumes?.since,
    shownTo: resumes?.shownTo,
  };
  // The upload of a file takes a while.
  const early = piece.hasFile ? undefined : await contentOf(host, outbox, outgoing);
  await storeEntry(host, { ...outbox, ...keptOf(early, outbox) });
  host.memory.entriesAtWork.add(outbox.entry);
  try {
    if (await outgoing.isOutdated?.(outbox)) {
      await removeEntry(host, outbox);
      return 'sent';
    }
    const queued = outgoing.follows === true ? undefined : await readQueue(host, queue);
    const refusal = await refusalBy(host, outgoing, queued?.optOut);
    if (refusal) {
      return await giveUp(host, { outbox, failed }, new AppError({ kind: 'refused', retry: 'no', key: refusal }));
    }
    const isBehind = isBehindOthers(queued?.waiting ?? [], outbox, resumes);
    const made = early ?? (await contentOf(host, outbox, outgoing));
    if (!made.ok) {
      return await withoutContent(host, outbox, made.error, failed);
    }
    const kept: OutboxEntry = { ...outbox, ...keptOf(made, outbox) };
    const attempt = { content: made.value, number, conversation, failed, taken };
    if (isBehind) {
      return await putOff(host, { ...attempt, outbox: kept }, Date.now());
    }
    const sending: OutboxEntry = { ...kept, state: 'sending', busyUntil: Date.now() + ALIVE };
    if (piece.hasFile) {
      await replaceEntry(host, sending);
    }
    return await trySend(host, { ...attempt, outbox: sending });
  } finally {
    host.memory.entriesAtWork.delete(outbox.entry);
  }
}

/** Whether an earlier message is in this customer's queue, according to the store: it may be another instance's. */
function isBehindOthers(
  queued: readonly OutboxEntry[],
  outbox: OutboxEntry,
  resumes: OutboxEntry | undefined,
): boolean {
  const others = queued.filter(({ entry }) => entry !== resumes?.entry);
  // The record that keeps the place of the same message does not count.
  const isOwn = ({ entry, about, piece }: OutboxEntry) =>
    entry === outbox.entry || (about === outbox.about && piece === undefined);
  return others.some((other) => !isOwn(other) && isBefore(other, outbox));
}

/**
 * Asks the gate once more if the store holds an opt-out: another instance may have received it a moment ago, and what this
 * process remembers of the customer may be a minute old.
 */
async function refusalBy(
  host: Host,
  { number, conversation, gate }: Outgoing,
  stored: OptOut | undefined,
): Promise<RefusalKey | undefined> {
  const optOut = await respectedOptOut(host, { optOut: stored });
  if (!optOut) {
    return undefined;
  }
  const known = await findByKey(host, number.digits, conversation.customer);
  return canSend({ kind: gate, number, optOut, window: await windowOf(host, known, { optOut }) });
}

type Made = { ok: true; value: Content } | { ok: false; error: unknown };

/**
 * The content that the record keeps, in case WhatsApp takes the message and fails to deliver it later. For an agent's
 * message only the files are kept, because the rest is built again. Nothing of a secret is kept.
 */
function keptOf(made: Made | undefined, { gate, isSecret }: OutboxEntry): Pick<OutboxEntry, 'content' | 'media'> {
  if (!made?.ok) {
    return {};
  }
  const media = mediaIdsOf(made.value);
  return { ...(gate === 'agent' || isSecret ? {} : { content: made.value }), ...(media.length > 0 ? { media } : {}) };
}

/** Builds the content with its quote, and uploads a file to Meta. */
async function contentOf(host: Host, outbox: OutboxEntry, { number, piece, quotes }: Outgoing): Promise<Made> {
  const lease = piece.hasFile ? keepAlive(host, outbox) : undefined;
  try {
    const content = await piece.content(await connectionOf(host, number));
    return { ok: true, value: quotes === undefined ? content : { ...content, context: { message_id: quotes } } };
  } catch (error) {
    return { ok: false, error };
  } finally {
    lease?.stop();
  }
}

/** The content could not be built, for instance because Meta refuses a file. Nothing was sent. */
async function withoutContent(
  host: Host,
  outbox: OutboxEntry,
  error: unknown,
  failed: Outgoing['failed'],
): Promise<Outcome> {
  // An unknown result of an upload is harmless: the file is uploaded again.
  const upload = error instanceof AppError ? error.with({ maybeSent: false }) : error;
  // Only a message that is stored in Rocket.Chat can be built again.
  const step = outbox.gate === 'agent' ? nextStep(upload, outbox) : undefined;
  if (step?.do === 'wait') {
    const { tries = 0, since = Date.now() } = outbox;
    return putOff(host, { outbox: { ...outbox, tries: tries + 1, since } }, step.due);
  }
  return giveUp(host, { outbox, failed }, upload);
}
