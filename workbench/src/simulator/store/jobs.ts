import type { SimulatorDatabase } from './SimulatorDatabase';

/** Something to do at a time of the simulator's clock. */
export interface JobRecord {
  id: number;
  kind: string;
  /** Milliseconds of the simulator's clock. */
  due: number;
  data: unknown;
}

/** What is still to do: statuses to send, webhooks to repeat, reviews to finish. Survives a restart. */
export interface JobsCollection {
  add(kind: string, due: number, data: unknown): number;
  due(now: number, limit: number): JobRecord[];
  nextDue(): number | undefined;
  remove(id: number): void;
}

interface JobRow {
  id: number;
  kind: string;
  due: number;
  doc: string;
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
      const rows = selectDue.all(now, limit) as JobRow[];
      for (const row of rows) markRunning.run(row.id);
      return rows.map((row) => ({ id: row.id, kind: row.kind, due: row.due, data: JSON.parse(row.doc) as unknown }));
    },
    nextDue: () => (selectNext.get() as { due: number } | undefined)?.due,
    remove: (id) => void remove.run(id),
  };
}
