import { readContent } from '../content/readContent';
import type { EchoAct } from '../WebhookEvent';
import type { WhatsAppError } from '../WhatsAppError';
import type { RawMessage } from './messageSchema';

/**
 * What a message does: it says something, or changes one that was said before. One that changes another and does not tell
 * which says what is in it, so that nothing gets lost.
 * @param item the message as it came
 */
export function readAct(raw: RawMessage, item: unknown, errors: WhatsAppError[] = []): EchoAct {
  const { type, reaction, edit, revoke } = raw;
  if (type === 'reaction' && reaction?.message_id !== undefined) {
    return { type, target: reaction.message_id, emoji: reaction.emoji ?? null };
  }
  if (type === 'revoke' && revoke?.original_message_id !== undefined) {
    return { type, target: revoke.original_message_id };
  }
  if (type === 'edit' && edit?.original_message_id !== undefined) {
    return { type, target: edit.original_message_id, content: readContent(edit.message, errors) };
  }
  const said = type === 'edit' ? (edit?.message ?? item) : item;
  return { type: 'message', content: readContent(said, errors) };
}
