import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../../core/Host';
import { newestMessages } from '../../omnichannel/newestMessages';
import type { FindPosted } from '../../omnichannel/postWhole';

/** The messages that one round trip returns. */
const FURTHEST = 100;

/** Milliseconds by which Rocket.Chat's clock may run behind ours, and WhatsApp's time before its webhook. */
const CLOCKS = 120_000;

/** The conversation, and the beginning of the search in epoch milliseconds. */
interface Span {
  visitor: { id: string };
  since: number;
}

/**
 * Whether a notice is in a room already, from the app or in the customer's name, and in which message. Called only for
 * a webhook that was processed before: a crash may have come between posting the notice and recording that.
 */
export function findNotice(host: Host, room: IRoom, span: Span): FindPosted {
  return async (text, except) => {
    const messages = await readNotices(host, room, span);
    return messages.find((message) => !except.includes(message.id) && says(message.text ?? '', text.trim()))?.id;
  };
}

/** Whether the notice was posted, at least in part. */
export async function isBegun(host: Host, room: IRoom, span: Span, text: string): Promise<boolean> {
  const messages = await readNotices(host, room, span);
  return messages.some((message) => message.text?.trim() && text.startsWith(message.text.trim()));
}

async function readNotices(host: Host, room: IRoom, { visitor, since }: Span): Promise<IMessageRaw[]> {
  const { id } = await host.memory.appUser.get(host);
  const messages = await newestMessages(host, room.id, FURTHEST);
  return messages.filter(
    ({ sender, createdAt }) => [id, visitor.id].includes(sender._id) && new Date(createdAt).getTime() > since - CLOCKS,
  );
}

/** The lines, as `renderPendingNotices` writes them, that are not in a room yet. */
export async function findUnsaid<T>(
  host: Host,
  room: IRoom,
  span: Span,
  { news, lineOf }: { news: readonly T[]; lineOf: (news: T) => string },
): Promise<T[]> {
  const messages = await readNotices(host, room, span);
  return news.filter((each) => !messages.some((message) => says(message.text ?? '', lineOf(each).trim())));
}

/** Either alone or in a list of `renderPendingNotices`, with or without its time before it. */
function says(message: string, text: string): boolean {
  const lines = `\n${message.trim()}\n`;
  return lines.includes(`\n${text}\n`) || lines.includes(`UTC* ${text}\n`);
}
