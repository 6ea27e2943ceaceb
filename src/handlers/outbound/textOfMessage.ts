import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
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
