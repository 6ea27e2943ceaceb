import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { failureCard } from '../../blocks/failureCard';
import { windowCard } from '../../blocks/windowCards';
import { AppError } from '../errors/AppError';
import { describeError } from '../errors/describeError';
import { remedyOf } from '../errors/remedies';
import type { Host } from '../Host';
import { isClosed } from '../omnichannel/isClosed';
import { pause } from '../pause';
import { file, storeEntry } from '../records/entries';
import { translatorOf } from '../translation/translatorOf';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { excerptOf } from './excerptOf';
import { postAlarm, postNotice } from './postNotice';
import { reportElsewhere } from './reportElsewhere';
import { sayReaction } from './sayReaction';
import { reportStatus } from './statusReports';
import type { Undelivered } from './Undelivered';

/** Milliseconds between the tries to tell somebody. */
const PAUSES = [5_000, 30_000, 120_000];

/**
 * The one end of every failed sending, at once or by a status: a card in the room says in plain words what happened and
 * what to do next, with a button to send again where there is a message. Where nobody can write in the room any more
 * its agent is told, else the setup channel. Where even that fails, as when the database is away, it is tried again some
 * minutes long and then logged: a status must not come back for days because its room is gone.
 *
 * @returns the card's id, where there is one
 */
export async function reportFailure(host: Host, undelivered: Undelivered, error: unknown): Promise<string | undefined> {
  if (!(error instanceof AppError)) {
    host.logger.error('A message could not be sent:', String(error));
  }
  // What may have arrived has not failed: a status will tell, or nobody ever knows.
  const isRefused = !(error instanceof AppError && error.maybeSent);
  if (isRefused) {
    await reportStatus(host, undelivered, { status: 'failed', error });
  }
  try {
    const cardId = await tell(host, undelivered, error);
    if (isRefused) {
      await noteRefusal(host, undelivered, error);
    }
    return cardId;
  } catch (second) {
    host.logger.error('A message failed:', String(error), '- and nobody could be told yet:', String(second));
    // Not awaited: what the agent writes next need not wait for it.
    void tellLater(host, undelivered, error);
    return undefined;
  }
}

/** As `reportFailure`, where whoever asked for the sending tells people of it. Never throws. */
export async function recordFailure(host: Host, undelivered: Undelivered, error: unknown): Promise<void> {
  await reportStatus(host, undelivered, { status: 'failed', error });
  await noteRefusal(host, undelivered, error);
}

/**
 * Remembers why a message was given up, for **WhatsApp status**. Of what WhatsApp had taken its link tells that. Never
 * throws: that it failed was told.
 */
async function noteRefusal(host: Host, undelivered: Undelivered, error: unknown): Promise<void> {
  const { wamid, reacted, messageId, roomId, piece, text, template, byApp } = undelivered;
  const { about = messageId } = undelivered;
  if (wamid !== undefined || reacted !== undefined || about === undefined) {
    return;
  }
  const at = Date.now();
  const { key, params, code } =
    error instanceof AppError ? error : { key: 'errors:bug', params: undefined, code: undefined };
  const facts = { at, roomId, messageId, piece, text, template, key, params, code };
  try {
    await storeEntry(host, { ...file(at), about, byApp, kind: 'refusal', ...facts });
  } catch (failure) {
    host.logger.error('It could not be kept why a message was given up:', String(failure));
  }
}

async function tellLater(host: Host, undelivered: Undelivered, error: unknown): Promise<void> {
  for (const wait of PAUSES) {
    await pause(wait);
    try {
      await tell(host, undelivered, error);
      await noteRefusal(host, undelivered, error);
      return;
    } catch (again) {
      host.logger.error('Nobody could be told of a message that failed:', String(again));
    }
  }
}

async function tell(host: Host, undelivered: Undelivered, error: unknown): Promise<string | undefined> {
  const { roomId, messageId, reacted, text, template, sentBy } = undelivered;
  const room = roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
  const message = messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
  const t = await translatorOf(host);
  const written = excerptOf(text ?? message?.text ?? '', message);
  const excerpt = reacted === undefined ? written : sayReaction(reacted, written, t);
  const reason = describeError(madeSafe(error), t);
  // A reaction is not a message that could be sent again: it is given again on the customer's message. Of a template the room
  // has only the words.
  const again = reacted === undefined && template === undefined ? message : undefined;
  if (room && !isClosed(room)) {
    const isWindowClosed = error instanceof AppError && error.key === 'errors:windowClosed';
    const isHelpful = remedyOf(error) === 'send-again';
    const unnoticed = async () => {
      // Posted quietly, it is seen by who looks at the room only.
      if (again) {
        await reportElsewhere(host, undelivered, { excerpt, reason, sender: again.sender, isOpen: true });
      }
    };
    return tellRoom(host, room, { excerpt, reason, message: again, isWindowClosed, isHelpful, unnoticed });
  }
  const sender = again?.sender ?? (sentBy === undefined ? undefined : await host.read.getUserReader().getById(sentBy));
  await reportElsewhere(host, undelivered, { excerpt, reason, sender });
  return undefined;
}

async function tellRoom(
  host: Host,
  room: IRoom,
  failure: {
    excerpt: string;
    reason: string;
    message?: IMessage;
    isWindowClosed: boolean;
    /** To send it again may help. */
    isHelpful: boolean;
    /** Is called when the card was posted without a notification to anybody. */
    unnoticed: () => Promise<void>;
  },
): Promise<string> {
  const { excerpt, reason, message, isWindowClosed, isHelpful, unnoticed } = failure;
  const t = await translatorOf(host);
  const drawing = { appId: host.app.id, t };
  const messageId = message?.id;
  if (isWindowClosed && messageId !== undefined) {
    return postAlarm(host, room, windowCard(drawing, { messageId, excerpt, reason }), unnoticed);
  }
  // Who wrote the message has to notice; a text of the app's own has nobody who waits for it.
  const post = {
    text: t('delivery:failed', { excerpt, reason }),
    blocks: failureCard(drawing, { excerpt, reason, messageId: isHelpful ? messageId : undefined }),
  };
  return message ? postAlarm(host, room, post, unnoticed) : postNotice(host, room, post);
}

/** What WhatsApp or 360dialog said stands in the card as they wrote it: no mark, no mention and no link of theirs works. */
function madeSafe(error: unknown): unknown {
  if (!(error instanceof AppError) || error.params.details === undefined) {
    return error;
  }
  return error.with({ params: { ...error.params, details: escapeMarkdown(String(error.params.details)) } });
}
