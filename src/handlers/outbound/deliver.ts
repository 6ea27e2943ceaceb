import { sendMessage } from '../dialog360/sendMessage';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { pause } from '../pause';
import { file, findEntry, removeEntry, storeEntry } from '../records/entries';
import type { OutboxEntry } from '../records/Entry';
import { addressOf } from './addressOf';
import { connectionOf } from './connectionOf';
import { linkSent } from './linkSent';
import { messageTurn } from './messageTurn';
import type { Outgoing } from './Outgoing';

/** Milliseconds before further tries when 360dialog said no for the moment. What may have been taken is never repeated. */
const PAUSES = [1_000, 3_000, 9_000];

/**
 * Sends one message to WhatsApp. It is written down before, so that a crash between leaves a trace, and the id of that
 * record travels along as callback data: a status tells even of a message whose answer was lost.
 *
 * @throws AppError when it was refused or may not have been taken; with `maybeSent` its record stays in the outbox
 */
export async function deliver(host: Host, outgoing: Outgoing): Promise<void> {
  const now = Date.now();
  const outbox: OutboxEntry = {
    ...file(now),
    kind: 'outbox',
    number: outgoing.number.digits,
    customer: outgoing.conversation.customer,
    roomId: outgoing.roomId,
    messageId: outgoing.messageId,
    at: now,
  };
  await storeEntry(host, outbox);
  host.memory.entriesAtWork.add(outbox.entry);
  try {
    const wamid = await attempt(host, outgoing, outbox);
    if (wamid !== undefined) {
      await remember(host, outbox, wamid);
    }
  } finally {
    host.memory.entriesAtWork.delete(outbox.entry);
  }
}

/** @returns undefined when the message was taken and its link is known already */
async function attempt(host: Host, outgoing: Outgoing, outbox: OutboxEntry): Promise<string | undefined> {
  try {
    return await send(host, outgoing, outbox.entry);
  } catch (error) {
    if (!(error instanceof AppError && error.maybeSent)) {
      await removeEntry(host, outbox);
    } else if (!(await findEntry(host, outbox.entry))) {
      // A status came meanwhile and told that the message was taken.
      return undefined;
    }
    throw error;
  }
}

/** The message is out, whatever becomes of the link: to call it failed would make somebody send it again. */
async function remember(host: Host, outbox: OutboxEntry, wamid: string): Promise<void> {
  try {
    await host.memory.turns.take(messageTurn(wamid), () => linkSent(host, outbox, wamid));
  } catch (error) {
    host.logger.error('A message was sent, but not remembered; its first status does that:', String(error));
  }
}

async function send(host: Host, { number, conversation, content, quotes }: Outgoing, entry: string): Promise<string> {
  const connection = await connectionOf(host, number);
  const message = {
    recipient_type: 'individual',
    ...addressOf(conversation),
    ...content,
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
