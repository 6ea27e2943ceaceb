import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { isOfAgent } from './isOfAgent';

/** Whether a message of our conversations was edited by somebody; Rocket.Chat changes messages for other reasons too. */
export function isEditOfAgent(message: IMessage, appId: string): boolean {
  return message.editedAt != null && isOfAgent(message, appId);
}
