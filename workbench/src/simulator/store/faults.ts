import type { SimulatorDatabase } from './readDocument';
import { readDocuments } from './readDocument';

/** Faults that are switched on, oldest first. */
export interface FaultsCollection {
  all(): FaultRecord[];
  save(fault: FaultRecord): void;
  remove(id: string): boolean;
  clear(): void;
}

export function openFaults(database: SimulatorDatabase): FaultsCollection {
  database.exec('CREATE TABLE IF NOT EXISTS faults (id TEXT PRIMARY KEY, doc TEXT NOT NULL)');
  const selectAll = database.prepare('SELECT doc FROM faults ORDER BY rowid');
  const upsert = database.prepare(
    'INSERT INTO faults (id, doc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc',
  );
  const remove = database.prepare('DELETE FROM faults WHERE id = ?');
  return {
    all: () => readDocuments<FaultRecord>(selectAll.all()),
    save: (fault) => void upsert.run(fault.id, JSON.stringify(fault)),
    remove: (id) => remove.run(id).changes > 0,
    clear: () => void database.exec('DELETE FROM faults'),
  };
}

export type FaultValue = string | number | boolean;

/** A fault that somebody switched on. */
export interface FaultRecord {
  id: string;
  kind: string;
  params: Record<string, FaultValue>;
  /** How often it still strikes; null: until removed. */
  remaining: number | null;
  struck: number;
  /** Only for this business number when given. */
  phoneNumber?: string;
  createdAt: number;
}
