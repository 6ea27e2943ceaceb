import type { SimulatorDatabase } from './readDocument';
import { readColumn, readDocuments } from './readDocument';

const KEPT = 1000;

/** The log of requests, the last 1000. */
export interface RequestsCollection {
  /** Newest last. */
  last(limit: number): RequestRecord[];
  insert(request: Omit<RequestRecord, 'id'>): RequestRecord;
  clear(): void;
}

export function openRequests(database: SimulatorDatabase): RequestsCollection {
  database.exec('CREATE TABLE IF NOT EXISTS requests (id INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL)');
  const selectLast = database.prepare(
    'SELECT doc FROM (SELECT id, doc FROM requests ORDER BY id DESC LIMIT ?) ORDER BY id',
  );
  const selectNewest = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'requests'");
  const insert = database.prepare('INSERT INTO requests (id, doc) VALUES (?, ?)');
  const trim = database.prepare('DELETE FROM requests WHERE id <= ?');
  let newest = Number(readColumn(selectNewest.get(), 'seq') ?? 0);
  return {
    last: (limit) => readDocuments<RequestRecord>(selectLast.all(limit)),
    insert: (request) => {
      newest += 1;
      const stored = { id: newest, ...request };
      insert.run(stored.id, JSON.stringify(stored));
      if (stored.id % 100 === 0) trim.run(stored.id - KEPT);
      return stored;
    },
    clear: () => void database.exec('DELETE FROM requests'),
  };
}

/** One request to the simulated API, with every secret masked. */
export interface RequestRecord {
  id: number;
  at: number;
  /** The number whose key was used; absent when the key was missing or wrong. */
  phoneNumber?: string;
  method: string;
  path: string;
  /** 0 when there was no answer (reset, timeout). */
  status: number;
  ms: number;
  requestBody?: unknown;
  responseBody?: unknown;
  /** Kinds of the faults that changed the answer. */
  faults?: string[];
}
