import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { isBot } from './isBot';
import { isOfAgent } from './isOfAgent';

/**
 * Whether a message of our conversations was edited by a person. Rocket.Chat changes messages for other reasons too, and
 * bots take their buttons away by an edit.
 */
export function isEditOfAgent(message: IMessage, appId: string): boolean {
  return message.editedAt != null && !isBot(message.editor) && isOfAgent(message, appId);
}
