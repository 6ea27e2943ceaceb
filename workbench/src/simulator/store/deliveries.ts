import type { SimulatorDatabase } from './readDocument';
import { readColumn, readDocument, readDocuments } from './readDocument';

const KEPT = 2000;

/** Webhook deliveries with the elements they collect; finished ones are a log of the last 2000. */
export interface DeliveriesCollection {
  byId(id: number): DeliveryRecord | undefined;
  /** Newest last. */
  last(limit: number): DeliveryRecord[];
  /** The batch that still takes elements for this webhook, if there is one. */
  collecting(phoneNumber: string, target: DeliveryRecord['target']): DeliveryRecord | undefined;
  /** Not finished: to be taken up again after a restart. */
  open(): DeliveryRecord[];
  insert(delivery: Omit<DeliveryRecord, 'id'>): DeliveryRecord;
  save(delivery: DeliveryRecord): void;
  addElement(id: number, element: string): void;
  elementsOf(id: number): string[];
  clearFinished(): void;
}

export function openDeliveries(database: SimulatorDatabase): DeliveriesCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS deliveries
       (id INTEGER PRIMARY KEY AUTOINCREMENT, open INTEGER NOT NULL, batch TEXT, doc TEXT NOT NULL);
     CREATE INDEX IF NOT EXISTS deliveries_open ON deliveries (id) WHERE open = 1;
     CREATE INDEX IF NOT EXISTS deliveries_batch ON deliveries (batch) WHERE batch IS NOT NULL;
     CREATE TABLE IF NOT EXISTS delivery_elements
       (seq INTEGER PRIMARY KEY AUTOINCREMENT, delivery_id INTEGER NOT NULL, element TEXT NOT NULL);
     CREATE INDEX IF NOT EXISTS delivery_elements_of ON delivery_elements (delivery_id, seq)`,
  );
  const select = database.prepare('SELECT doc FROM deliveries WHERE id = ?');
  const selectLast = database.prepare(
    'SELECT doc FROM (SELECT id, doc FROM deliveries ORDER BY id DESC LIMIT ?) ORDER BY id',
  );
  const selectOpen = database.prepare('SELECT doc FROM deliveries WHERE open = 1 ORDER BY id');
  const selectBatch = database.prepare('SELECT doc FROM deliveries WHERE batch = ? ORDER BY id DESC LIMIT 1');
  const insert = database.prepare("INSERT INTO deliveries (open, doc) VALUES (1, '{}')");
  const update = database.prepare('UPDATE deliveries SET open = ?, batch = ?, doc = ? WHERE id = ?');
  const insertElement = database.prepare('INSERT INTO delivery_elements (delivery_id, element) VALUES (?, ?)');
  const selectElements = database.prepare('SELECT element FROM delivery_elements WHERE delivery_id = ? ORDER BY seq');
  const removeElements = database.prepare('DELETE FROM delivery_elements WHERE delivery_id = ?');
  const removeOld = database.prepare('DELETE FROM deliveries WHERE open = 0 AND id <= ?');
  const isOpen = (delivery: DeliveryRecord) => delivery.state === 'collecting' || delivery.state === 'pending';
  const save = (delivery: DeliveryRecord) => {
    const open = isOpen(delivery);
    const batch = delivery.state === 'collecting' ? `${delivery.phoneNumber} ${delivery.target}` : null;
    update.run(open ? 1 : 0, batch, JSON.stringify(delivery), delivery.id);
    if (!open) removeElements.run(delivery.id);
    if (!open && delivery.id % 100 === 0) removeOld.run(delivery.id - KEPT);
  };
  return {
    byId: (id) => readDocument<DeliveryRecord>(select.get(id)),
    last: (limit) => readDocuments<DeliveryRecord>(selectLast.all(limit)),
    collecting: (phoneNumber, target) => readDocument<DeliveryRecord>(selectBatch.get(`${phoneNumber} ${target}`)),
    open: () => readDocuments<DeliveryRecord>(selectOpen.all()),
    insert: (delivery) => {
      const stored = { ...delivery, id: Number(insert.run().lastInsertRowid) };
      save(stored);
      return stored;
    },
    save,
    addElement: (id, element) => void insertElement.run(id, element),
    elementsOf: (id) => selectElements.all(id).map((row) => String(readColumn(row, 'element'))),
    clearFinished: () => void database.exec('DELETE FROM deliveries WHERE open = 0'),
  };
}

/** One request to a webhook and what became of it. */
export interface DeliveryRecord {
  id: number;
  phoneNumber: string;
  createdAt: number;
  /** `collecting` waits for more elements, `lost` was swallowed by a fault, `unroutable` had no webhook to go to. */
  state: 'collecting' | 'pending' | 'delivered' | 'lost' | 'expired' | 'unroutable';
  /** Where it goes: the number's own webhook, or the WABA's. */
  target: 'number' | 'waba';
  /** A summary of its contents, such as `messages: 2, statuses: 1`. */
  summary: string;
  elements: number;
  /** The ids of the elements, as text. */
  bytes?: number;
  attempts: number;
  lastAttemptAt?: number;
  nextAttemptAt?: number;
  /** HTTP status of the last attempt; absent when there was no answer. */
  status?: number;
  error?: string;
  /** How long the last attempt took. */
  ms?: number;
  /** The raw body, fixed at the first attempt so that repeats are identical. */
  body?: string;
}
