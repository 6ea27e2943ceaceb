import type { Database } from 'libsql';

/** Does all writes of `work` or none. The write lock is taken first, so that what `work` reads stays true; may be nested. */
export function atomically<T>(db: Database, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).immediate();
}
