import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/ILoggerStorageEntry';
import { AppLogStorage } from '@rocket.chat/apps-engine/server/storage/AppLogStorage';
import type { AppLogCollection } from '../../store/collections/AppLogCollection';

/** What apps log. */
export class WorkbenchLogStorage extends AppLogStorage {
  readonly #logs: AppLogCollection;

  constructor(logs: AppLogCollection) {
    super('workbench');
    this.#logs = logs;
  }

  async findPaginated(
    query: { appId?: string },
    { skip = 0, limit = 50 }: { skip?: number; limit?: number } = {},
  ): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
    const appId = query.appId ?? '';
    return { logs: this.#logs.newest(appId, limit, skip), total: this.#logs.count('appId = ?', appId) };
  }

  async storeEntries(entry: ILoggerStorageEntry): Promise<ILoggerStorageEntry> {
    return this.#logs.add(entry);
  }

  async getEntriesFor(appId: string): Promise<ILoggerStorageEntry[]> {
    return this.#logs.newest(appId, 1000, 0);
  }

  async removeEntriesFor(appId: string): Promise<void> {
    this.#logs.deleteWhere('appId = ?', appId);
  }
}
