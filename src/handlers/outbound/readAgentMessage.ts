import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';

/**
 * A visitor's token and a system type are on the stored message and not in the engine's own type. What is absent may
 * come as null: the engine's wire knows no undefined.
 */
const foreignSchema = v.object({ token: v.nullish(v.string()), type: v.nullish(v.string()) });

/**
 * The WhatsApp conversation that a message of Rocket.Chat is meant for.
 *
 * @returns undefined for messages of other rooms, of the customer, of the system, and thread or edit events
 */
export function readAgentMessage(message: IMessage, appId: string): WhatsappRoom | undefined {
  const foreign = v.safeParse(foreignSchema, message);
  const foreignToUs = !foreign.success || foreign.output.token != null || foreign.output.type != null;
  return foreignToUs || message.editedAt ? undefined : readWhatsappRoom(message.room, appId);
}
