import { readContent } from '../content/readContent';
import type { EchoAct } from '../WebhookEvent';
import type { WhatsAppError } from '../WhatsAppError';
import type { RawMessage } from './messageSchema';

/**
 * What a message does: it says something, or changes one that was said before. Nothing when it changes one and does not
 * tell which.
 * @param item the message as it came
 */
export function readAct(raw: RawMessage, item: unknown, errors: WhatsAppError[] = []): EchoAct | undefined {
  const { reaction, edit, revoke } = raw;
  if (raw.type === 'reaction') return reaction?.message_id === undefined ? undefined : readReaction(reaction);
  if (raw.type === 'revoke') {
    return revoke?.original_message_id === undefined
      ? undefined
      : { type: 'revoke', target: revoke.original_message_id };
  }
  if (raw.type === 'edit') {
    if (edit?.original_message_id === undefined) return undefined;
    return { type: 'edit', target: edit.original_message_id, content: readContent(edit.message, errors) };
  }
  return { type: 'message', content: readContent(item, errors) };
}

function readReaction({ message_id, emoji }: { message_id?: string; emoji?: string }): EchoAct | undefined {
  return message_id === undefined ? undefined : { type: 'reaction', target: message_id, emoji: emoji ?? null };
}
