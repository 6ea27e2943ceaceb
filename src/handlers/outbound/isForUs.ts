import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { isBareRoom } from '../omnichannel/isBareRoom';
import { readAgentMessage } from './readAgentMessage';
import { isForeign } from './isForeign';

/** Whether a message that was posted is meant for a customer of ours, in their room or in one that lost its number. */
export function isForUs(message: IMessage, appId: string): boolean {
  const isLost = !isForeign(message) && !message.editedAt && isBareRoom(message.room, appId);
  return isLost || readAgentMessage(message, appId) !== undefined;
}
