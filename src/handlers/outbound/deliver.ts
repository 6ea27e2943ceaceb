import { sendMessage } from '../dialog360/sendMessage';
import { timeouts } from '../dialog360/timeouts';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { pause } from '../pause';
import { file, findEntry, removeEntry, replaceEntry, storeEntry } from '../records/entries';
import type { OutboxEntry } from '../records/Entry';
import { addressOf } from './addressOf';
import { connectionOf } from './connectionOf';
import { linkSent } from './linkSent';
import { messageTurn } from './messageTurn';
import type { Outgoing } from './Outgoing';
import { reportFailure } from './reportFailure';
import { reportStatus } from './statusReports';
import { withdrawCard } from './withdrawCard';

/** Milliseconds before further tries when 360dialog said no for the moment. What may have been taken is never repeated. */
const PAUSES = [1_000, 3_000, 9_000];

/**
 * Sends one message to WhatsApp. It is written down before, so that a crash between leaves a trace, and the id of that
 * record travels along as callback data: a status tells even of a message whose answer was lost. What failed is told in
 * the room before its record goes. One that may have been taken keeps it, for the status.
 *
 * @returns whether WhatsApp took it
 * @throws when it could not be written down: then nothing was sent and nobody was told
 */
export async function deliver(host: Host, outgoing: Outgoing): Promise<boolean> {
  const now = Date.now();
  const { number, conversation, roomId, messageId, reacted, about, piece, text, template, sentBy } = outgoing;
  const { postedAt, watchers } = outgoing;
  const outbox: OutboxEntry = {
    // The sweep comes by when no work on it can be going on any more, on whatever instance.
    ...file(now + (piece.hasFile ? timeouts.media : 0)),
    kind: 'outbox',
    number: number.digits,
    customer: conversation.customer,
    roomId,
    messageId,
    reacted,
    about,
    piece: piece.id,
    text,
    template,
    sentBy,
    options: piece.options,
    postedAt,
    watchers,
    at: now,
  };
  await storeEntry(host, outbox);
  host.memory.entriesAtWork.add(outbox.entry);
  try {
    await remember(host, outbox, await send(host, outgoing, outbox.entry));
    return true;
  } catch (error) {
    await tellPiece(host, piece, error);
    return await fail(host, outbox, error, outgoing.failed?.(error) ?? false);
  } finally {
    host.memory.entriesAtWork.delete(outbox.entry);
  }
}

async function tellPiece(host: Host, piece: Outgoing['piece'], error: unknown): Promise<void> {
  try {
    await (error instanceof AppError ? piece.refused?.(error) : undefined);
  } catch (second) {
    host.logger.warn('It was not noted that a file was refused:', String(second));
  }
}

/** @returns whether it was taken nevertheless, as a status told */
async function fail(host: Host, outbox: OutboxEntry, error: unknown, isTold: boolean): Promise<boolean> {
  const maybeSent = error instanceof AppError && error.maybeSent;
  if (maybeSent && !(await findEntry(host, outbox.entry))) {
    return true;
  }
  if (isTold && !maybeSent) {
    await reportStatus(host, outbox, { status: 'failed', error });
  }
  const cardId = isTold ? undefined : await reportFailure(host, outbox, error);
  if (!maybeSent) {
    await removeEntry(host, outbox);
    return false;
  }
  await replaceEntry(host, { ...outbox, told: true, cardId });
  const isTaken = !(await findEntry(host, outbox.entry));
  if (isTaken && cardId) {
    await withdrawCard(host, cardId);
  }
  return isTaken;
}

/** The message is out, whatever becomes of the link: to call it failed would make somebody send it again. */
async function remember(host: Host, outbox: OutboxEntry, wamid: string): Promise<void> {
  try {
    await host.memory.turns.take(messageTurn(wamid), () => linkSent(host, outbox, wamid));
  } catch (error) {
    host.logger.error('A message was sent, but not remembered; its first status does that:', String(error));
  }
}

async function send(host: Host, { number, conversation, piece, quotes }: Outgoing, entry: string): Promise<string> {
  const connection = await connectionOf(host, number);
  const message = {
    recipient_type: 'individual',
    ...addressOf(conversation),
    ...(await piece.content(connection)),
    ...(quotes ? { context: { message_id: quotes } } : {}),
    biz_opaque_callback_data: entry,
  };
  for (const wait of PAUSES) {
    try {
      return (await sendMessage(connection, message)).wamid;
    } catch (error) {
      if (!(error instanceof AppError) || error.maybeSent || error.retry === 'no') {
        throw error;
      }
      await pause(Math.min(error.retryAfterMs ?? wait, wait));
    }
  }
  return (await sendMessage(connection, message)).wamid;
}
