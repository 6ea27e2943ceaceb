import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import type { Awaited } from '../../omnichannel/conversations/awaited';
import { findAwaited, removeAwaited } from '../../omnichannel/conversations/awaited';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { postNotice } from '../../outbound/postNotice';
import { noticeLine, renderPendingNotices } from '../../whatsapp/messages/renderLate';
import { findUnsaid } from './findNotice';
import type { PendingNotice } from './pendingNotices';
import { findPendingNotices, MOST_PENDING_NOTICES, removePendingNotices } from './pendingNotices';

/** A conversation that was opened just now. */
interface Opening {
  room: ILivechatRoom;
  /** Its time in the room, epoch milliseconds: before the message that opened the conversation. */
  at: number;
  /**
   * When an earlier attempt for the opening message began, epoch milliseconds: the notices may have been posted then.
   */
  begunAt?: number;
  /** The template that the customer got before, if it was just read. */
  awaited?: readonly Awaited[];
}

/**
 * Tells the agents of a new conversation what happened while none was open. The notices are posted first and deleted
 * afterwards, so that a crash loses none. Never throws, because the customer's message must not wait for it. Notices that
 * could not be posted are posted in the next conversation.
 */
export async function postPendingNotices(host: Host, conversation: Conversation, opening: Opening): Promise<void> {
  try {
    // After a crash the room may exist without the notices.
    const isUnread = opening.awaited === undefined && opening.begunAt !== undefined;
    const awaited = isUnread ? await findAwaited(host, conversation) : (opening.awaited ?? []);
    const notices = await findPendingNotices(host, conversation);
    if (notices.length + awaited.length === 0) {
      return;
    }
    await tell(host, conversation, [...notices, ...awaited].sort(byTime), opening);
    await removeAwaited(host, awaited);
    if (notices.length === 0) {
      return;
    }
    const told = new Set(notices.map(({ wamid }) => wamid));
    const late = (await removePendingNotices(host, conversation)).filter(({ wamid }) => !told.has(wamid));
    if (late.length > 0) {
      await tell(host, conversation, late, opening);
    }
  } catch (error) {
    host.logger.error('Pending notices could not be posted in a new conversation:', String(error));
  }
}

function byTime(one: { at: number }, other: { at: number }): number {
  return one.at - other.at;
}

async function tell(
  host: Host,
  { visitor }: Conversation,
  news: readonly Pick<PendingNotice, 'text' | 'at'>[],
  { room, at, begunAt: since }: Opening,
): Promise<void> {
  const t = await translatorOf(host);
  // A crash may have left some lines in the room, and there may be more notices now, so each line is searched for.
  const span = since === undefined ? undefined : { visitor, since };
  const lineOf = (each: Pick<PendingNotice, 'text' | 'at'>) => noticeLine(each, t);
  const unsaid = span ? await findUnsaid(host, room, span, { news, lineOf }) : news;
  if (unsaid.length > 0) {
    await postNotice(host, room, { text: renderPendingNotices(unsaid, MOST_PENDING_NOTICES, t), at });
  }
}
