import { parse } from '@rocket.chat/message-parser';
import { WorkspaceError } from '../WorkspaceError';
import type { MessageDocument } from '../documents/MessageDocument';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserReference } from '../documents/UserDocument';
import { isEdited } from './roomAfterMessage';

const FRESH = 60_000;

/**
 * Visitors have no role that may call everybody (`mention-all`, `mention-here`), and their message is refused as a whole.
 * The server does not look at what comes as edited or is older than a minute (BeforeSavePreventMention.ts).
 *
 * @throws WorkspaceError `error-action-not-allowed`
 */
export function checkMentions(message: MessageDocument): void {
  if (isEdited(message) || Math.abs(Date.now() - message.ts.getTime()) > FRESH) return;
  const isPossible = /@(?:all|here)/.test(message.msg);
  const who =
    isPossible && namesIn(parse(message.msg), 'MENTION_USER').find((name) => name === 'all' || name === 'here');
  if (who) throw new WorkspaceError('error-action-not-allowed', `Notify ${who} in this room not allowed`);
}

/** The users whom a text mentions, as the server writes them on the message (BeforeSaveMentions.ts). */
export function mentionsOf(
  text: string,
  find: (username: string) => Required<UserReference> | undefined,
): UserReference[] | undefined {
  const names = text.includes('@') ? [...new Set(namesIn(parse(text), 'MENTION_USER'))] : [];
  const users = names.flatMap((name) => find(name) ?? []);
  return users.length > 0 ? users.map(({ _id, username, name }) => ({ _id, username, name })) : undefined;
}

/** The channels and groups whose names stand behind a `#` in a text, as the server writes them on the message. */
export function channelsOf(
  text: string,
  find: (name: string) => RoomDocument | undefined,
): MessageDocument['channels'] | undefined {
  const names = text.includes('#') ? [...new Set(namesIn(parse(text), 'MENTION_CHANNEL'))] : [];
  const rooms = names.flatMap((name) => find(name) ?? []);
  return rooms.length > 0 ? rooms.map(({ _id, name, fname }) => ({ _id, name, fname })) : undefined;
}

/** The names behind each sign, at any depth. */
function namesIn(node: unknown, type: 'MENTION_USER' | 'MENTION_CHANNEL'): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === type && 'value' in node) {
    const { value } = node;
    const name = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;
    return typeof name === 'string' ? [name] : [];
  }
  return Object.values(node).flatMap((child: unknown) => namesIn(child, type));
}
