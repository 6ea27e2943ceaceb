import type { Host } from '../../core/Host';
import { notifyUser } from '../../omnichannel/notifyUser';
import type { OutboxEntry } from '../../core/records/Entry';
import { showTime } from '../../core/showTime';
import { translatorOf } from '../../core/translator';
import { excerptOf } from '../pieces/textOfMessage';
import { LONGEST } from './nextStep';

/** Milliseconds that a message may wait before its author is told. */
const SILENCE = 4_000;

/**
 * Tells the author of a message that the app retries it, if that takes longer than some seconds: once for each message,
 * in a line that only they see and that the room's next one replaces. Messages that only wait behind it get no line.
 * Never throws, so that the message goes on.
 *
 * @returns the users who were told, for the record
 */
export async function sayWaiting(host: Host, outbox: OutboxEntry): Promise<string | undefined> {
  const now = Date.now();
  const { since = now, due = now, shownTo } = outbox;
  if (shownTo !== undefined || due - since < SILENCE) {
    return shownTo;
  }
  return say(host, outbox, { key: 'delivery:retrying', until: since + LONGEST });
}

/**
 * Tells the author of a message that WhatsApp limits the messages to one customer: once in some minutes, because the
 * next ones wait as well. Never throws.
 *
 * @param wait milliseconds
 */
export async function sayPaced(host: Host, outbox: OutboxEntry, wait: number): Promise<void> {
  const { roomId } = outbox;
  if (wait >= SILENCE && host.memory.pacedTold.get(roomId) === undefined) {
    host.memory.pacedTold.set(roomId, true);
    await say(host, outbox, { key: 'delivery:paced', until: Date.now() });
  }
}

/** Updates the line, if there is one, when the message was sent or given up (a card then says why). Never throws. */
export async function sayWaitingIsOver(
  host: Host,
  outbox: OutboxEntry,
  key: 'delivery:retried' | 'delivery:retryEnded',
): Promise<void> {
  if (outbox.shownTo !== undefined) {
    await say(host, outbox, { key, until: Date.now() });
  }
}

async function say(
  host: Host,
  { roomId, messageId, reacted, byApp, text, sentBy, shownTo }: OutboxEntry,
  { key, until }: { key: string; until: number },
): Promise<string | undefined> {
  try {
    const message = messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
    const isWritten = reacted === undefined && byApp === undefined;
    const userId = shownTo ?? sentBy;
    const author = isWritten ? message?.sender : undefined;
    const user = userId === undefined ? author : await host.read.getUserReader().getById(userId);
    const room = user && roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
    if (!room || !user) {
      return shownTo;
    }
    const t = await translatorOf(host);
    const params = {
      excerpt: excerptOf(text ?? message?.text ?? '', message),
      time: showTime(until, t, { utcOffset: user.utcOffset, beside: Date.now() }),
    };
    await notifyUser(host, { user, room }, { text: t(key, params), id: `${roomId}-waiting-${user.id}` });
    return user.id;
  } catch (error) {
    host.logger.warn('An agent could not be told that a message waits:', String(error));
    return shownTo;
  }
}
