import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import type { Names } from '../whatsapp/markup/markdownTokens';
import { textOfAttachment } from './textOfAttachment';
import { textOfBlocks } from './textOfBlocks';

/**
 * All that a message without files says, Markdown: its text, else what its blocks say (a bot's answer may have nothing
 * but blocks), and its attachments. What the agent quotes is not said again.
 */
export function textOfMessage({ text, blocks, attachments }: IMessage): string {
  const said = text?.trim() ? text : textOfBlocks(blocks ?? []);
  return [said, ...(attachments ?? []).map(textOfAttachment)].filter(Boolean).join('\n');
}

/** The engine's own type does not know them; servers hand them over with what they could not map. */
const mentionsSchema = v.fallback(
  v.object({
    _unmappedProperties_: v.object({
      mentions: v.array(v.object({ username: v.optional(v.string()), name: v.optional(v.string()) })),
    }),
  }),
  { _unmappedProperties_: { mentions: [] } },
);

/** The display names of the users whom a message mentions: a customer does not know their usernames. */
export function namesIn(message: IMessage): Names {
  const { mentions } = v.parse(mentionsSchema, message)._unmappedProperties_;
  return { user: (wanted) => mentions.find(({ username, name }) => username === wanted && name?.trim())?.name };
}
