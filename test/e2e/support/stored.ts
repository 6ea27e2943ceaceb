import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/Store';
import type { TestWorkbench } from './TestWorkbench';

type Collection = 'records' | 'messages' | 'rooms' | 'uploads' | 'visitors';

/** What a durable workbench has in its store, as it stands there: nothing is masked. */
export function stored({ dataDir }: TestWorkbench, collection: Collection): object[] {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  try {
    return [...store[collection].where('1 ORDER BY rowid')];
  } finally {
    store.close();
  }
}
