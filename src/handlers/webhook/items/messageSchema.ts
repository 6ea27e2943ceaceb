import * as v from 'valibot';
import { tolerant } from '../tolerant';

/** Which message is meant; Meta's name for it first, then those that others use. */
const target = { original_message_id: tolerant.word, message_id: tolerant.word, id: tolerant.word };

/** What a message has besides its content; also an echo and a message of the history. */
export const messageSchema = v.object({
  id: tolerant.word,
  from: tolerant.word,
  from_user_id: tolerant.word,
  from_parent_user_id: tolerant.word,
  to: tolerant.word,
  to_user_id: tolerant.word,
  to_parent_user_id: tolerant.word,
  group_id: tolerant.word,
  timestamp: v.optional(v.unknown()),
  type: tolerant.term,
  reaction: tolerant.object({ ...target, emoji: tolerant.word }),
  edit: tolerant.object(target),
  revoke: tolerant.object(target),
  system: tolerant.object({
    type: tolerant.term,
    wa_id: tolerant.word,
    new_wa_id: tolerant.word,
    user_id: tolerant.word,
    parent_user_id: tolerant.word,
    previous_user_id: tolerant.word,
    previous_parent_user_id: tolerant.word,
    customer: tolerant.word,
  }),
});

export type RawMessage = v.InferOutput<typeof messageSchema>;
