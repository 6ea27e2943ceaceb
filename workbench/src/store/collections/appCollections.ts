import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/ILoggerStorageEntry';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/IAppStorageItem';
import type { Database } from 'libsql';
import { atomically, Collection } from '../Collection';
import { createId } from '../createId';

export type StoredApp = IAppStorageItem & { _id: string };

/** Installed apps and their packages. `_id` is the hash in addresses of their private endpoints. */
export class AppCollection extends Collection<StoredApp> {
  constructor(db: Database) {
    super(db, 'apps', { appId: (app) => app.id }, ['appId']);
    db.exec('CREATE TABLE IF NOT EXISTS app_packages (appId TEXT PRIMARY KEY, zip BLOB NOT NULL)');
  }

  ofId(appId: string): StoredApp | undefined {
    return this.first('appId = ?', appId);
  }

  putPackage(appId: string, zip: Buffer): void {
    this.prepare('INSERT OR REPLACE INTO app_packages (appId, zip) VALUES (?, ?)').run(appId, zip);
  }

  package(appId: string): Buffer | undefined {
    const row = this.prepare('SELECT zip FROM app_packages WHERE appId = ?').get(appId);
    const zip: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'zip') : undefined;
    return zip instanceof Uint8Array ? Buffer.from(zip) : undefined;
  }

  deletePackage(appId: string): void {
    this.prepare('DELETE FROM app_packages WHERE appId = ?').run(appId);
  }
}

export type StoredLog = ILoggerStorageEntry & { _id: string };

/** How many entries an app keeps. */
const KEPT = 1000;

/** The logs of apps. Only the last 1000 entries of an app are kept. */
export class AppLogCollection extends Collection<StoredLog> {
  #added = 0;

  constructor(db: Database) {
    super(db, 'app_logs', { appId: (log) => log.appId, createdAt: (log) => log._createdAt.getTime() }, [
      'appId, createdAt',
    ]);
  }

  add(entry: ILoggerStorageEntry): StoredLog {
    const stored = this.put({ ...entry, _createdAt: entry._createdAt, _id: createId() });
    if (++this.#added % 100 === 0) this.#trim(entry.appId);
    return stored;
  }

  newest(appId: string, count: number, offset: number): StoredLog[] {
    return this.where('appId = ? ORDER BY createdAt DESC, rowid DESC LIMIT ? OFFSET ?', appId, count, offset);
  }

  #trim(appId: string): void {
    this.deleteWhere(
      'rowid IN (SELECT rowid FROM app_logs WHERE appId = ? ORDER BY createdAt DESC, rowid DESC LIMIT -1 OFFSET ?)',
      appId,
      KEPT,
    );
  }
}

/** A job of an app. `name` is the processor's id with the app's (`sweep_<appId>`), as the engine writes it. */
export interface JobDocument {
  _id: string;
  appId: string;
  name: string;
  kind: 'once' | 'recurring';
  /** A cron line or words as `5 minutes`; recurring only. */
  interval?: string;
  data: Record<string, unknown>;
  nextRunAt?: Date;
  /** Until when a process holds its lock. */
  lockedUntil?: Date;
  lastRunAt?: Date;
  lastFinishedAt?: Date;
  lastError?: string;
}

export class JobCollection extends Collection<JobDocument> {
  constructor(db: Database) {
    super(
      db,
      'jobs',
      {
        appId: (job) => job.appId,
        name: (job) => job.name,
        kind: (job) => job.kind,
        nextRunAt: (job) => job.nextRunAt?.getTime(),
        lockedUntil: (job) => job.lockedUntil?.getTime() ?? 0,
      },
      ['nextRunAt', 'name', 'appId'],
    );
  }

  /**
   * Locks a job for this process until `until`. Returns undefined when another process holds it or it is gone, so that a job
   * runs once, however many processes share the store. The next time is stored before the run, as Agenda's
   * `computeNextRunAt` does. A one-time job has no next time and never runs again if this process is killed during the run.
   * A recurring job stays locked then.
   */
  claim(id: string, now: Date, until: Date): JobDocument | undefined {
    return atomically(this.db, () => {
      const job = this.first('_id = ? AND lockedUntil <= ?', id, now.getTime());
      if (!job) return undefined;
      const { nextRunAt, ...rest } = job;
      return this.put({ ...rest, ...(job.kind === 'recurring' && { nextRunAt }), lockedUntil: until, lastRunAt: now });
    });
  }

  /** Unlocked jobs that are due by `now`, the longest waiting first. */
  due(now: Date): JobDocument[] {
    return this.where('nextRunAt <= ? AND lockedUntil <= ? ORDER BY nextRunAt', now.getTime(), now.getTime());
  }

  /** The next time, from `now` on, at which a job (of this kind) waits. */
  nextAfter(now: Date, kind?: JobDocument['kind']): Date | undefined {
    const job = kind
      ? this.first('nextRunAt > ? AND kind = ? ORDER BY nextRunAt', now.getTime(), kind)
      : this.first('nextRunAt > ? ORDER BY nextRunAt', now.getTime());
    return job?.nextRunAt;
  }
}
