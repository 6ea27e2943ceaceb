import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import { isBareRoom, readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';

/**
 * The visitor's token and the system type are on the stored message, but not in the engine's type. Absent values may
 * come as null, because the engine's protocol has no undefined.
 */
const foreignSchema = v.object({ token: v.nullish(v.string()), type: v.nullish(v.string()) });

/** Whether a message is the customer's own or Rocket.Chat's, and so is not sent to the customer. */
export function isForeign(message: object): boolean {
  const parsed = v.safeParse(foreignSchema, message);
  return !parsed.success || parsed.output.token != null || parsed.output.type != null;
}

/** The visitor's token is on the stored message, but not in the engine's type. */
const ofVisitorSchema = v.object({ token: v.string() });

/** Whether the customer wrote a message. */
export function isOfCustomer(message: object): boolean {
  return v.is(ofVisitorSchema, message);
}

/** Whether somebody other than the customer wrote a message in a WhatsApp conversation; the app's bot counts too. */
export function isOfAgent(message: IMessage, appId: string): boolean {
  return !isForeign(message) && readWhatsappRoom(message.room, appId) !== undefined;
}

/** Bots' accounts are often users with the role of a bot. */
const userSchema = v.object({
  type: v.nullish(v.string()),
  roles: v.fallback(v.array(v.string()), []),
});

/** Whether a user is a bot or an app, by type or role. An unknown user counts as a person. */
export function isBot(user: unknown): boolean {
  const parsed = v.safeParse(userSchema, user);
  return parsed.success && (['bot', 'app'].includes(parsed.output.type ?? '') || parsed.output.roles.includes('bot'));
}

/**
 * Whether a person edited a message of a WhatsApp conversation. Rocket.Chat changes messages for other reasons too, and
 * bots remove their buttons by an edit.
 */
export function isEditOfAgent(message: IMessage, appId: string): boolean {
  return message.editedAt != null && !isBot(message.editor) && isOfAgent(message, appId);
}

/**
 * The WhatsApp conversation that a message of Rocket.Chat is meant for.
 *
 * @returns undefined for messages of other rooms, of the customer, of the system, and thread or edit events
 */
export function readAgentMessage(message: IMessage, appId: string): WhatsappRoom | undefined {
  return isForeign(message) || message.editedAt ? undefined : readWhatsappRoom(message.room, appId);
}

/** Whether a posted message is meant for a WhatsApp customer, in their room or in one that lost its number. */
export function isForUs(message: IMessage, appId: string): boolean {
  const isLost = !isForeign(message) && !message.editedAt && isBareRoom(message.room, appId);
  return isLost || readAgentMessage(message, appId) !== undefined;
}
