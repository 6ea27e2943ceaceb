import type { JsonObject } from '../json';
import type { RenderedTemplate } from '../templates/renderTemplate';
import type { SimulatorDatabase } from './readDocument';
import { readDocument, readDocuments } from './readDocument';

/** All messages of all chats, by wamid and by chat. */
export interface MessagesCollection {
  byWamid(wamid: string): MessageRecord | undefined;
  /** The newest `limit` messages of a chat, oldest first. */
  ofChat(phoneNumber: string, customerId: string, limit: number): MessageRecord[];
  /** Messages of a chat that wait for a switched-off phone. */
  undelivered(customerId: string): MessageRecord[];
  insert(message: MessageRecord): void;
  save(message: MessageRecord): void;
}

export function openMessages(database: SimulatorDatabase): MessagesCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS messages
       (seq INTEGER PRIMARY KEY AUTOINCREMENT, wamid TEXT UNIQUE NOT NULL, phone_number TEXT NOT NULL,
        customer_id TEXT NOT NULL, direction TEXT NOT NULL, status TEXT NOT NULL, doc TEXT NOT NULL);
     CREATE INDEX IF NOT EXISTS messages_chat ON messages (phone_number, customer_id, seq);
     CREATE INDEX IF NOT EXISTS messages_waiting ON messages (customer_id, status) WHERE status = 'sent'`,
  );
  const select = database.prepare('SELECT doc FROM messages WHERE wamid = ?');
  const selectChat = database.prepare(
    `SELECT doc FROM (SELECT seq, doc FROM messages WHERE phone_number = ? AND customer_id = ?
       ORDER BY seq DESC LIMIT ?) ORDER BY seq`,
  );
  const selectSent = database.prepare(
    "SELECT doc FROM messages WHERE customer_id = ? AND status = 'sent' AND direction = 'out' ORDER BY seq",
  );
  const insert = database.prepare(
    'INSERT INTO messages (wamid, phone_number, customer_id, direction, status, doc) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare('UPDATE messages SET status = ?, doc = ? WHERE wamid = ?');
  return {
    byWamid: (wamid) => readDocument<MessageRecord>(select.get(wamid)),
    ofChat: (phoneNumber, customerId, limit) =>
      readDocuments<MessageRecord>(selectChat.all(phoneNumber, customerId, limit)),
    undelivered: (customerId) => readDocuments<MessageRecord>(selectSent.all(customerId)),
    insert: (message) =>
      void insert.run(
        message.wamid,
        message.phoneNumber,
        message.customerId,
        message.direction,
        message.status,
        JSON.stringify(message),
      ),
    save: (message) => void update.run(message.status, JSON.stringify(message), message.wamid),
  };
}

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'received';

export interface Reaction {
  from: 'customer' | 'business';
  emoji: string;
}

/** A message in a chat, seen from the phone: `in` was written by the customer, `out` by the business. */
export interface MessageRecord {
  wamid: string;
  phoneNumber: string;
  customerId: string;
  direction: 'in' | 'out';
  /** Milliseconds. */
  timestamp: number;
  /** The WhatsApp message object: `type` and the object named by it, `context` when it quotes. */
  message: JsonObject;
  status: MessageStatus;
  errors?: JsonObject[];
  reactions: Reaction[];
  /** Kept for mark-as-read and lookups, but no bubble of its own (reactions, edits, revocations). */
  hidden?: boolean;
  edited?: boolean;
  revoked?: boolean;
  /** An incoming message that the business marked as read. */
  readByBusiness?: boolean;
  /** `biz_opaque_callback_data` of the send, echoed in every status. */
  opaqueData?: string;
  /** Category of the template that was sent. */
  category?: string;
  /** A template filled in, as the phone draws it. */
  rendered?: RenderedTemplate;
}
