import type { SimulatorDatabase } from './readDocument';
import { readColumn, readDocument, readDocuments } from './readDocument';

/** WhatsApp users, found by id, WhatsApp id or business-scoped id. */
export interface CustomersCollection {
  all(): CustomerRecord[];
  byId(id: string): CustomerRecord | undefined;
  byWaId(waId: string): CustomerRecord | undefined;
  byUserId(userId: string): CustomerRecord | undefined;
  /** The person who had this number before. */
  byFormerWaId(waId: string): CustomerRecord | undefined;
  save(customer: CustomerRecord): void;
}

export function openCustomers(database: SimulatorDatabase): CustomersCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS customers
       (id TEXT PRIMARY KEY, wa_id TEXT UNIQUE, user_id TEXT UNIQUE NOT NULL, doc TEXT NOT NULL);
     CREATE TABLE IF NOT EXISTS former_numbers (wa_id TEXT PRIMARY KEY, customer_id TEXT NOT NULL)`,
  );
  const selectAll = database.prepare('SELECT doc FROM customers ORDER BY rowid');
  const selectId = database.prepare('SELECT doc FROM customers WHERE id = ?');
  const selectWaId = database.prepare('SELECT doc FROM customers WHERE wa_id = ?');
  const selectUserId = database.prepare('SELECT doc FROM customers WHERE user_id = ?');
  const upsert = database.prepare(
    `INSERT INTO customers (id, wa_id, user_id, doc) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET wa_id = excluded.wa_id, user_id = excluded.user_id, doc = excluded.doc`,
  );
  const selectFormer = database.prepare(
    'SELECT doc FROM customers JOIN former_numbers ON customers.id = former_numbers.customer_id WHERE former_numbers.wa_id = ?',
  );
  const insertFormer = database.prepare('INSERT OR REPLACE INTO former_numbers (wa_id, customer_id) VALUES (?, ?)');
  return {
    all: () => readDocuments<CustomerRecord>(selectAll.all()),
    byId: (id) => readDocument<CustomerRecord>(selectId.get(id)),
    byWaId: (waId) => readDocument<CustomerRecord>(selectWaId.get(waId)),
    byUserId: (userId) => readDocument<CustomerRecord>(selectUserId.get(userId)),
    byFormerWaId: (waId) => readDocument<CustomerRecord>(selectFormer.get(waId)),
    save: (customer) => {
      upsert.run(customer.id, customer.waId ?? null, customer.userId, JSON.stringify(customer));
      for (const waId of customer.formerWaIds) insertFormer.run(waId, customer.id);
    },
  };
}

/** A WhatsApp user who can write to the business numbers. */
export interface CustomerRecord {
  id: string;
  name: string;
  /** WhatsApp id: digits. Absent for people who hide their phone behind a username. */
  waId?: string;
  /** Business-scoped id, `CC.` and digits. */
  userId: string;
  username?: string;
  /** Earlier phone numbers of the same person. */
  formerWaIds: string[];
  /** False: messages to them end as 131026. */
  onWhatsApp: boolean;
  /** False: no `read` status ever comes. */
  readReceipts: boolean;
  /** True while the phone is switched off: messages stay at `sent`. */
  offline: boolean;
  /** True: the person stopped marketing messages (131050). */
  marketingStopped: boolean;
  /** Numbers that this person blocked; messages from them end as 131026. */
  blocked: string[];
  createdAt: number;
}

/** WhatsApp users whom a business number blocked (`/block_users`). */
export interface BlocksCollection {
  has(phoneNumber: string, user: string): boolean;
  all(phoneNumber: string): string[];
  add(phoneNumber: string, user: string): void;
  remove(phoneNumber: string, user: string): boolean;
}

export function openBlocks(database: SimulatorDatabase): BlocksCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS blocks
       (phone_number TEXT NOT NULL, user TEXT NOT NULL, PRIMARY KEY (phone_number, user))`,
  );
  const select = database.prepare('SELECT 1 FROM blocks WHERE phone_number = ? AND user = ?');
  const selectAll = database.prepare('SELECT user FROM blocks WHERE phone_number = ? ORDER BY rowid');
  const insert = database.prepare('INSERT OR IGNORE INTO blocks (phone_number, user) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM blocks WHERE phone_number = ? AND user = ?');
  return {
    has: (phoneNumber, user) => select.get(phoneNumber, user) !== undefined,
    all: (phoneNumber) => selectAll.all(phoneNumber).map((row) => String(readColumn(row, 'user'))),
    add: (phoneNumber, user) => void insert.run(phoneNumber, user),
    remove: (phoneNumber, user) => remove.run(phoneNumber, user).changes > 0,
  };
}
