import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';

const conversationSchema = v.object({
  kind: v.literal('conversation'),
  /** The digits of our number. */
  number: v.string(),
  /** The customer's key: wa_id, or BSUID where WhatsApp tells no number. */
  customer: v.string(),
  waId: v.optional(v.string()),
  userId: v.optional(v.string()),
  /** The name that WhatsApp told last; a visitor that is called otherwise was renamed by an agent. */
  profileName: v.optional(v.string()),
  visitor: v.object({ id: v.string(), token: v.string(), username: v.string(), name: v.string() }),
});

/** What is known of one customer at one of our numbers. Never two for the same pair. */
export type Conversation = v.InferOutput<typeof conversationSchema>;

/** The conversation of a customer with a number: from this process's memory, or one round trip. */
export async function findConversation(
  host: Host,
  number: string,
  customer: string,
): Promise<Conversation | undefined> {
  const key = conversationKey(number, customer);
  const remembered = host.memory.conversations.get(key);
  if (remembered) {
    return remembered;
  }
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('conversation', key));
  const parsed = v.safeParse(conversationSchema, record);
  if (!parsed.success) {
    return undefined;
  }
  host.memory.conversations.set(key, parsed.output);
  return parsed.output;
}

/** Stores a conversation, new or changed. */
export async function saveConversation(host: Host, conversation: Conversation): Promise<void> {
  const key = conversationKey(conversation.number, conversation.customer);
  await host.persistence.updateByAssociations([association('conversation', key)], conversation, true);
  host.memory.conversations.set(key, conversation);
}

/** One key for a customer at a number, also that of their turns. */
export function conversationKey(number: string, customer: string): string {
  return `${number} ${customer}`;
}
