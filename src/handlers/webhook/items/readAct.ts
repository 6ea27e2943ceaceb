import * as v from 'valibot';
import { readContent } from '../content/readContent';
import type { EchoAct } from '../WebhookEvent';
import type { WhatsAppError } from '../WhatsAppError';
import type { RawMessage } from './messageSchema';

const acts = ['reaction', 'edit', 'revoke'] as const;
const parts = v.fallback(v.record(v.string(), v.unknown()), {});
/** How often an edit may be wrapped into another. */
const DEEPEST = 4;

/**
 * What a message does: it says something, or changes one that was said before. One that changes another and does not tell
 * which says what is in it, so that nothing gets lost.
 * @param item the message as it came
 */
export function readAct(raw: RawMessage, item: unknown, errors: WhatsAppError[] = []): EchoAct {
  const type = acts.find((each) => (raw.type === undefined ? raw[each] !== undefined : raw.type === each));
  const act = type && raw[type];
  const target = act?.original_message_id ?? act?.message_id ?? act?.id;
  if (type === 'reaction' && target !== undefined) return { type, target, emoji: raw.reaction?.emoji ?? null };
  if (type === 'revoke' && target !== undefined) return { type, target };
  const edited = type === 'edit' ? readContent(findEdited(v.parse(parts, item).edit), errors) : undefined;
  if (type === 'edit' && target !== undefined && edited) return { type, target, content: edited };
  const content = edited && edited.type !== 'unsupported' ? edited : readContent(item, errors);
  return { type: 'message', content };
}

/** What an edited message says now: in `message`, beside the id, or one edit deeper. */
function findEdited(edit: unknown, depth = 0): unknown {
  const { message, edit: inner } = v.parse(parts, edit);
  const next = message ?? inner ?? undefined;
  return next === undefined || depth >= DEEPEST ? edit : findEdited(next, depth + 1);
}
