import { parse } from '@rocket.chat/message-parser';
import { WorkspaceError } from '../WorkspaceError';
import type { MessageDocument } from '../documents/MessageDocument';
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
  const who = /@(?:all|here)/.test(message.msg) && everybodyIn(parse(message.msg));
  if (who) throw new WorkspaceError('error-action-not-allowed', `Notify ${who} in this room not allowed`);
}

/** `all` or `here` where one of them is mentioned, however deep. */
function everybodyIn(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('type' in node && node.type === 'MENTION_USER' && 'value' in node) {
    const { value } = node;
    const name = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;
    return name === 'all' || name === 'here' ? name : undefined;
  }
  for (const inner of Object.values(node)) {
    const found = everybodyIn(inner);
    if (found) return found;
  }
  return undefined;
}
