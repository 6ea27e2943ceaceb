import type { SimulatorDatabase } from './readDocument';
import { readColumn, readDocument } from './readDocument';

/** Something to do at a time of the simulator's clock. */
export interface JobRecord {
  id: number;
  kind: string;
  /** Milliseconds of the simulator's clock. */
  due: number;
  data: unknown;
}

/** Pending work: statuses to send, webhooks to repeat, reviews to finish. It survives a restart. */
export interface JobsCollection {
  add(kind: string, due: number, data: unknown): number;
  due(now: number, limit: number): JobRecord[];
  nextDue(): number | undefined;
  remove(id: number): void;
}

export function openJobs(database: SimulatorDatabase): JobsCollection {
  database.exec(
    `CREATE TABLE IF NOT EXISTS jobs
       (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, due INTEGER NOT NULL, running INTEGER NOT NULL DEFAULT 0,
        doc TEXT NOT NULL);
     CREATE INDEX IF NOT EXISTS jobs_due ON jobs (running, due, id);
     UPDATE jobs SET running = 0`,
  );
  const insert = database.prepare('INSERT INTO jobs (kind, due, doc) VALUES (?, ?, ?)');
  const selectDue = database.prepare(
    'SELECT id, kind, due, doc FROM jobs WHERE running = 0 AND due <= ? ORDER BY due, id LIMIT ?',
  );
  const markRunning = database.prepare('UPDATE jobs SET running = 1 WHERE id = ?');
  const selectNext = database.prepare('SELECT due FROM jobs WHERE running = 0 ORDER BY due LIMIT 1');
  const remove = database.prepare('DELETE FROM jobs WHERE id = ?');
  return {
    add: (kind, due, data) => Number(insert.run(kind, Math.round(due), JSON.stringify(data)).lastInsertRowid),
    due: (now, limit) => {
      const jobs = selectDue.all(now, limit).map((row) => ({
        id: Number(readColumn(row, 'id')),
        kind: String(readColumn(row, 'kind')),
        due: Number(readColumn(row, 'due')),
        data: readDocument<unknown>(row),
      }));
      for (const { id } of jobs) markRunning.run(id);
      return jobs;
    },
    nextDue: () => {
      const due = readColumn(selectNext.get(), 'due');
      return due === undefined ? undefined : Number(due);
    },
    remove: (id) => void remove.run(id),
  };
}
