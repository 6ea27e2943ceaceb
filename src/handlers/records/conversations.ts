import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';
import { toRecord } from './toRecord';

const conversationSchema = v.object({
  kind: v.literal('conversation'),
  /** The digits of our number. */
  number: v.string(),
  /** The customer's key for life: the first of the ids they were known by. */
  customer: v.string(),
  /** All that WhatsApp ever called this customer: wa_ids and BSUIDs. The record is filed under each of them. */
  ids: v.array(v.string()),
  /** Where answers go: the digits of the customer's phone, absent while WhatsApp tells none. */
  waId: v.optional(v.string()),
  /** The business-scoped user id, where answers go when there is no phone. */
  userId: v.optional(v.string()),
  /** The name that WhatsApp told last; a visitor that is called otherwise was renamed by an agent. */
  profileName: v.optional(v.string()),
  /** Messages of theirs wait for somebody to be available. */
  holding: v.optional(v.boolean()),
  /** When the offline text went to them last, epoch milliseconds. */
  offlineSentAt: v.optional(v.number()),
  /**
   * Who shall get the conversation that the customer's next message opens, asked for with a template: the agent by
   * username, else the department. Honoured once, and not after `until` (epoch milliseconds).
   */
  target: v.optional(
    v.object({
      agent: v.optional(v.string()),
      departmentId: v.optional(v.string()),
      until: v.optional(v.number()),
    }),
  ),
  visitor: v.object({ id: v.string(), token: v.string(), username: v.string(), name: v.string() }),
});

/** What is known of one customer at one of our numbers. Never two for the same pair. */
export type Conversation = v.InferOutput<typeof conversationSchema>;

/** The conversation of a customer with a number, by any of their ids: from this process's memory, or one read an id. */
export async function findConversation(
  host: Host,
  number: string,
  ids: readonly string[],
): Promise<Conversation | undefined> {
  for (const id of ids) {
    const remembered = host.memory.conversations.get(conversationKey(number, id));
    if (remembered) {
      return remembered;
    }
  }
  for (const id of ids) {
    const by = association('conversation', conversationKey(number, id));
    const records = await host.read.getPersistenceReader().readByAssociation(by);
    const newest = records.map(readConversation).reduce(moreIds, undefined);
    if (newest) {
      remember(host, newest);
      return newest;
    }
  }
  return undefined;
}

/**
 * Stores a conversation. Ids of a customer only come in addition; a record is never moved to new ones, which a crash could
 * lose half-way, but another one is written, and the one with the most ids counts.
 */
export async function saveConversation(host: Host, conversation: Conversation): Promise<void> {
  await host.persistence.updateByAssociations(
    associationsOf(conversation.number, conversation.ids),
    toRecord(conversation),
    true,
  );
  remember(host, conversation);
}

/** One key for a customer at a number. */
export function conversationKey(number: string, id: string): string {
  return `${number} ${id}`;
}

function readConversation(record: unknown): Conversation | undefined {
  const parsed = v.safeParse(conversationSchema, record);
  return parsed.success ? parsed.output : undefined;
}

function moreIds(one: Conversation | undefined, other: Conversation | undefined): Conversation | undefined {
  return (other?.ids.length ?? 0) >= (one?.ids.length ?? 0) ? other : one;
}

function remember(host: Host, conversation: Conversation): void {
  for (const id of conversation.ids) {
    host.memory.conversations.set(conversationKey(conversation.number, id), conversation);
  }
}

function associationsOf(number: string, ids: readonly string[]) {
  return ids.map((id) => association('conversation', conversationKey(number, id)));
}
