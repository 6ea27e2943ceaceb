import type { Database } from 'libsql';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/ILoggerStorageEntry';
import { createId } from '../createId';
import { Collection } from '../Collection';

export type StoredLog = ILoggerStorageEntry & { _id: string };

/** How many entries an app keeps. */
const KEPT = 1000;

/** What apps logged. Only the last 1000 entries of an app are kept. */
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
