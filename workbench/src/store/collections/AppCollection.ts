import type { Database } from 'libsql';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/IAppStorageItem';
import { Collection } from '../Collection';

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
