import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { isForeign } from './isForeign';

/**
 * The WhatsApp conversation that a message of Rocket.Chat is meant for.
 *
 * @returns undefined for messages of other rooms, of the customer, of the system, and thread or edit events
 */
export function readAgentMessage(message: IMessage, appId: string): WhatsappRoom | undefined {
  return isForeign(message) || message.editedAt ? undefined : readWhatsappRoom(message.room, appId);
}
