import type { CustomerRecord } from './CustomerRecord';
import { readDocument } from './readDocument';
import { readDocuments } from './readDocuments';
import type { SimulatorDatabase } from './SimulatorDatabase';

/** WhatsApp users, found by id, WhatsApp id or business-scoped id. */
export interface CustomersCollection {
  all(): CustomerRecord[];
  byId(id: string): CustomerRecord | undefined;
  byWaId(waId: string): CustomerRecord | undefined;
  byUserId(userId: string): CustomerRecord | undefined;
  /** Whoever had this number before. */
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
