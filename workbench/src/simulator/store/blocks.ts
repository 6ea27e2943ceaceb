import { readColumn } from './readColumn';
import type { SimulatorDatabase } from './SimulatorDatabase';

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
