import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { drawingOf } from '../../../blocks/elements';
import type { Drawing } from '../../../blocks/elements';
import { failureCard } from '../../../blocks/failureCards';
import type { Card } from '../../../blocks/windowCards';
import { windowCard } from '../../../blocks/windowCards';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { FailedKind, Remedy } from '../../core/errors/remedies';
import { remedyOf } from '../../core/errors/remedies';
import type { Host } from '../../core/Host';
import { isClosed } from '../../omnichannel/findOpenRoom';
import { pause } from '../../core/durations';
import { file, storeEntry } from '../../core/records/entries';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import { noteFailureOfList } from '../bulk/listFailures';
import { excerptOf } from '../pieces/textOfMessage';
import { postAlarm, postNotice } from '../postNotice';
import { reportStatus } from '../statuses/statusReports';
import type { FailureReport } from './reportElsewhere';
import { reportElsewhere } from './reportElsewhere';

/** Milliseconds between attempts to report a failure. */
const PAUSES = [5_000, 30_000, 120_000];

/**
 * Reports every failed send, whether it failed at once or by a status. A card in the room says in plain words what
 * happened and what to do next, with a button to send again if there is a message. If nobody can write in the room any
 * more, the agent gets a direct message; without an agent, the setup channel gets it. If that fails too, for instance
 * because the database is down, it is retried for some minutes and then logged, because an error would make 360dialog
 * repeat the status for days.
 *
 * @returns the card's id, if there is one
 */
export async function reportFailure(
  host: Host,
  undelivered: FailureReport,
  error: unknown,
): Promise<string | undefined> {
  if (!(error instanceof AppError)) {
    host.logger.error('A message could not be sent:', String(error));
  }
  // A message that may have arrived has not failed. A status may still report it.
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
    // Not awaited: the agent's next message need not wait for it.
    void tellLater(host, undelivered, error);
    return undefined;
  }
}

/** Like `reportFailure`, when the caller tells people about the failure. Never throws. */
export async function recordFailure(host: Host, undelivered: FailureReport, error: unknown): Promise<void> {
  await reportStatus(host, undelivered, { status: 'failed', error });
  await noteRefusal(host, undelivered, error);
}

/**
 * Stores why a message was given up, for **WhatsApp status**. For a message that WhatsApp took, its link holds the
 * reason. Never throws: the failure itself was already reported.
 */
async function noteRefusal(host: Host, undelivered: FailureReport, error: unknown): Promise<void> {
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
    host.logger.error('The reason of a given-up message could not be stored:', String(failure));
  }
}

async function tellLater(host: Host, undelivered: FailureReport, error: unknown): Promise<void> {
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

async function tell(host: Host, undelivered: FailureReport, error: unknown): Promise<string | undefined> {
  const { roomId, messageId, reacted, text, sentBy } = undelivered;
  const room = roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
  const message = messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
  const isOfList = await noteFailureOfList(host, undelivered, error);
  const t = await translatorOf(host);
  const written = excerptOf(text ?? message?.text ?? '', message);
  const excerpt = reacted === undefined ? written : sayReaction(reacted, written, t);
  const reason = describeError(madeSafe(error), t);
  const kind = kindOf(undelivered, message);
  const sender = await senderOf(host, sentBy, kind === 'message' ? message : undefined);
  if ((!room || isClosed(room)) && isOfList) {
    // The list's result shows it; hundreds of direct messages would help nobody.
    return undefined;
  }
  if (!room || isClosed(room)) {
    await reportElsewhere(host, undelivered, { excerpt, reason, sender });
    return undefined;
  }
  const post = cardOf(drawingOf({ host, t }), { excerpt, reason, remedy: remedyOf(error, kind), messageId });
  // The author must notice the failure of a message. Nobody waits for an automatic text.
  if (!sender) {
    return postNotice(host, room, post);
  }
  // A silent card is seen only by people who look at the room.
  return postAlarm(host, room, post, () =>
    isOfList ? Promise.resolve() : reportElsewhere(host, undelivered, { excerpt, reason, sender, isOpen: true }),
  );
}

/** A reaction can be repeated on the customer's message, and the room holds only the text of a template. */
function kindOf({ reacted, template }: FailureReport, message: IMessage | undefined): FailedKind {
  if (template !== undefined) {
    return 'template';
  }
  return reacted === undefined && message ? 'message' : 'other';
}

/** The author of the message, if it was a person. */
async function senderOf(
  host: Host,
  sentBy: string | undefined,
  message: IMessage | undefined,
): Promise<IUser | undefined> {
  return message?.sender ?? (sentBy === undefined ? undefined : host.read.getUserReader().getById(sentBy));
}

function cardOf(
  drawing: Drawing,
  { remedy, messageId, ...said }: { excerpt: string; reason: string; remedy: Remedy; messageId?: string },
): Card {
  if (remedy === 'keep-message') {
    return windowCard(drawing, { messageId: messageId ?? '', ...said });
  }
  const help = remedy === 'none' ? {} : { remedy, messageId };
  return { text: drawing.t('delivery:failed', said), blocks: failureCard(drawing, { ...said, ...help }) };
}

/** Escapes texts of WhatsApp or 360dialog, so that no formatting, mention or link in them works in the card. */
function madeSafe(error: unknown): unknown {
  if (!(error instanceof AppError) || error.params.details === undefined) {
    return error;
  }
  return error.with({ params: { ...error.params, details: escapeMarkdown(String(error.params.details)) } });
}

/**
 * The description of an agent's reaction that was not delivered.
 *
 * @param emoji '' when a reaction was removed
 * @param excerpt the beginning of the message with the reaction
 */
function sayReaction(emoji: string, excerpt: string, t: Translate): string {
  return emoji ? t('delivery:reaction', { emoji, excerpt }) : t('delivery:reactionRemoved', { excerpt });
}
