import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { isForeign } from './isForeign';

/** Whether somebody who is not the customer wrote a message in one of our conversations; the app's bot counts too. */
export function isOfAgent(message: IMessage, appId: string): boolean {
  return !isForeign(message) && readWhatsappRoom(message.room, appId) !== undefined;
}
