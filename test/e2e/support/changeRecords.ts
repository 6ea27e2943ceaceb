import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/Store';

/**
 * Changes what the app has stored, record by record, so that tests reach what would take days or a crash in the very
 * moment. The app must not be running, it would go on with what it remembers.
 *
 * @param change gives the new record, or nothing for one that stays
 */
export function changeRecords(
  dataDir: string,
  change: (data: Record<string, unknown>) => Record<string, unknown> | undefined,
): void {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  try {
    for (const record of store.records.where('1 ORDER BY rowid')) {
      const data = change({ ...record.data });
      if (data) store.records.put({ ...record, data });
    }
  } finally {
    store.close();
  }
}
