import type { MessageDocument } from '../documents/MessageDocument';
import type { RoomDocument } from '../documents/RoomDocument';

/** Facts of the workspace besides the message. */
interface Circumstances {
  /** An automatic message that the metrics leave out: `Omnichannel_Metrics_Ignore_Automatic_Messages` and role `bot`. */
  ignored: boolean;
  /** Seconds until a silent visitor counts as gone; undefined where the workspace does nothing about them. */
  abandonedAfter?: number;
}

/**
 * A message that is stored with an editor counts as edited: it causes no unread mark and no notification and is not an
 * answer, even if it is new (`isEditedMessage`).
 */
export function isEdited({ editedAt, editedBy }: MessageDocument): boolean {
  return editedAt !== undefined && editedBy !== undefined;
}

/** Milliseconds. A message that is dated further off counts as imported. */
const ASIDE = 60_000;

/**
 * Whether anybody is notified of a message: one that is dated more than a minute off causes no unread mark, no
 * notification and no last message (R83: notifyUsersOnMessage.ts, sendNotificationsOnMessage.ts).
 */
export function isNoticed(message: MessageDocument, now = Date.now()): boolean {
  return message.t !== undefined || (!isEdited(message) && Math.abs(message.ts.getTime() - now) <= ASIDE);
}

/**
 * A room after a message came in: how many, when, and in a conversation who waits for whom. System messages count as
 * messages but say nothing about that. `v.lastMessageTs` is what tells whether WhatsApp's 24 hours are still running.
 */
export function roomAfterMessage(
  room: RoomDocument,
  message: MessageDocument,
  circumstances: Circumstances = { ignored: false },
): RoomDocument {
  if (isEdited(message)) return room;
  const lm = isNoticed(message) ? message.ts : room.lm;
  const changed: RoomDocument = { ...room, msgs: room.msgs + 1, lm, _updatedAt: new Date() };
  if (room.t !== 'l' || message.t !== undefined || !room.v) return changed;
  if (message.token !== undefined) return afterVisitor(changed, message);
  return circumstances.ignored ? changed : afterAnswer(changed, message, circumstances);
}

/** `markRoomNotResponded`, `saveLastVisitorMessageTs` and `saveAnalyticsData` of the real server. */
function afterVisitor(room: RoomDocument, message: MessageDocument): RoomDocument {
  const { responseBy, ...rest } = room;
  const waits = room.waitingResponse === true;
  const isNewQuestion = lastAnswer(room) >= lastQuestion(room);
  return {
    ...rest,
    ...(waits && responseBy && { responseBy }),
    waitingResponse: true,
    ...(room.v && { v: { ...room.v, lastMessageTs: message.ts } }),
    ...(isNewQuestion && { metrics: { ...room.metrics, v: { lq: message.ts } } }),
  };
}

/**
 * `markRoomResponded`, `save-visitor-inactivity` and `saveAnalyticsData`: whoever is no visitor has answered, the app's
 * user too, and from then on the contact counts for the licence of this month.
 */
function afterAnswer(room: RoomDocument, message: MessageDocument, { abandonedAfter }: Circumstances): RoomDocument {
  const month = monthOf(new Date());
  const active = room.v && { ...room.v, activity: [...new Set([...(room.v.activity ?? []), month])] };
  const answered: RoomDocument = { ...room, v: active, metrics: metricsAfterAnswer(room, message) };
  if (!room.waitingResponse) {
    return room.responseBy ? { ...answered, responseBy: { ...room.responseBy, lastMessageTs: new Date() } } : answered;
  }
  const { _id, username } = room.responseBy ?? message.u;
  const firstResponseTs = room.responseBy?.firstResponseTs ?? message.ts;
  const isFirst = firstResponseTs.getTime() === message.ts.getTime();
  const goneAt = new Date(firstResponseTs.getTime() + (abandonedAfter ?? 0) * 1000);
  return {
    ...answered,
    waitingResponse: undefined,
    responseBy: { _id, username, firstResponseTs, lastMessageTs: message.ts },
    ...(abandonedAfter && isFirst && { omnichannel: { predictedVisitorAbandonmentAt: goneAt } }),
  };
}

function metricsAfterAnswer(room: RoomDocument, message: MessageDocument): RoomDocument['metrics'] {
  const { metrics = {} } = room;
  const asked = lastQuestion(room);
  if (metrics.servedBy && asked <= metrics.servedBy.lr) return metrics;
  const seconds = (Date.now() - asked.getTime()) / 1000;
  const { total = 0, tt = 0, ...first } = metrics.response ?? { fd: new Date(), ft: seconds };
  return {
    ...metrics,
    ...(asked > lastAnswer(room) && { servedBy: { lr: message.ts } }),
    response: { ...first, total: total + 1, tt: tt + seconds, avg: (tt + seconds) / (total + 1) },
  };
}

const lastQuestion = ({ metrics, ts }: RoomDocument): Date => metrics?.v?.lq ?? ts;

const lastAnswer = ({ metrics, ts }: RoomDocument): Date => metrics?.servedBy?.lr ?? ts;

/** The period in which a contact is counted, as Rocket.Chat writes it: `2026-11`. */
export function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}
