import { readColumn } from './readColumn';
import { readDocuments } from './readDocuments';
import type { RequestRecord } from './RequestRecord';
import type { SimulatorDatabase } from './SimulatorDatabase';

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
