import type { SimulatorDatabase } from './readDocument';
import { readDocument } from './readDocument';

/** One record a pair of business number and customer. */
export interface ConversationsCollection {
  of(phoneNumber: string, customerId: string): ConversationRecord | undefined;
  save(conversation: ConversationRecord): void;
  /** Nobody looks at any chat: whoever did is gone after a restart. */
  closeAll(): void;
}

export function openConversations(database: SimulatorDatabase): ConversationsCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS conversations
       (phone_number TEXT NOT NULL, customer_id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (phone_number, customer_id))`,
  );
  const select = database.prepare('SELECT doc FROM conversations WHERE phone_number = ? AND customer_id = ?');
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO conversations (phone_number, customer_id, doc) VALUES (?, ?, ?)',
  );
  return {
    of: (phoneNumber, customerId) => readDocument<ConversationRecord>(select.get(phoneNumber, customerId)),
    save: (conversation) =>
      void upsert.run(conversation.phoneNumber, conversation.customerId, JSON.stringify(conversation)),
    closeAll: () => void database.exec("UPDATE conversations SET doc = json_set(doc, '$.open', json('false'))"),
  };
}

/** The record of one business number and one customer. */
export interface ConversationRecord {
  phoneNumber: string;
  customerId: string;
  /** When the customer last wrote or called: the 24 h customer service window runs from here. Milliseconds. */
  lastInboundAt?: number;
  /** Meta's conversation id as statuses carry it: 32 hex characters. */
  conversationId: string;
  /** Until when the phone shows "typing…". Milliseconds. */
  typingUntil?: number;
  /** True while somebody looks at this chat on the phone: what is delivered is read at once. */
  open: boolean;
}
