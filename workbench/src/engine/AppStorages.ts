import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata/IAppInfo';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/ILoggerStorageEntry';
import type { IMarketplaceInfo } from '@rocket.chat/apps-engine/server/marketplace/IMarketplaceInfo';
import { AppLogStorage } from '@rocket.chat/apps-engine/server/storage/AppLogStorage';
import { AppMetadataStorage } from '@rocket.chat/apps-engine/server/storage/AppMetadataStorage';
import { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/IAppStorageItem';
import type { AppCollection, AppLogCollection, StoredApp } from '../store/collections/appCollections';
import { createObjectId } from '../store/createId';

/** Installed apps. An app's `_id` is new with each installation: it is the hash of its private addresses. */
export class WorkbenchMetadataStorage extends AppMetadataStorage {
  readonly #apps: AppCollection;

  constructor(apps: AppCollection) {
    super('workbench');
    this.#apps = apps;
  }

  /** Completes the item itself and returns it, as the server does: 1.53 uses either of them. */
  async create(item: IAppStorageItem): Promise<IAppStorageItem> {
    if (this.#apps.ofId(item.id)) throw new Error('App already exists.');
    const now = new Date();
    return this.#apps.put(Object.assign(item, { _id: createObjectId(), createdAt: now, updatedAt: now }));
  }

  async retrieveOne(id: string): Promise<IAppStorageItem | null> {
    return this.#apps.ofId(id) ?? null;
  }

  async retrieveAll(): Promise<Map<string, IAppStorageItem>> {
    return new Map(this.#apps.where('1 ORDER BY rowid').map((app) => [app.id, app]));
  }

  retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
    return this.retrieveAll();
  }

  async remove(id: string): Promise<{ success: boolean }> {
    const app = this.#apps.ofId(id);
    return { success: app !== undefined && this.#apps.delete(app._id) };
  }

  /** Version 1.53 has this method instead of those below: it stores the whole item. */
  async update(item: IAppStorageItem): Promise<IAppStorageItem> {
    if (item._id === undefined) throw new Error('Property _id is required on the app storage item');
    return this.#put({ ...item, _id: item._id });
  }

  async updatePartialAndReturnDocument(
    { _id, ...changes }: Partial<IAppStorageItem>,
    { unsetPermissionsGranted = false }: { unsetPermissionsGranted?: boolean } = {},
  ): Promise<IAppStorageItem> {
    if (_id === undefined) throw new Error('Property _id is required on the app storage item');
    const { permissionsGranted, ...app } = { ...this.#get(_id), ...changes };
    const kept = unsetPermissionsGranted ? undefined : permissionsGranted;
    return this.#put({ ...app, ...(kept && { permissionsGranted: kept }) });
  }

  async updateStatus(_id: string, status: AppStatus): Promise<boolean> {
    this.#put({ ...this.#get(_id), status });
    return true;
  }

  async updateSetting(_id: string, setting: ISetting): Promise<boolean> {
    const app = this.#get(_id);
    this.#put({ ...app, settings: { ...app.settings, [setting.id]: setting } });
    return true;
  }

  async updateAppInfo(_id: string, info: IAppInfo): Promise<boolean> {
    this.#put({ ...this.#get(_id), info });
    return true;
  }

  async updateMarketplaceInfo(_id: string, marketplaceInfo: IMarketplaceInfo[]): Promise<boolean> {
    this.#put({ ...this.#get(_id), marketplaceInfo });
    return true;
  }

  #get(_id: string): StoredApp {
    const app = this.#apps.get(_id);
    if (!app) throw new Error(`There is no app with the storage id ${_id}`);
    return app;
  }

  #put(app: StoredApp): StoredApp {
    return this.#apps.put({ ...app, updatedAt: new Date() });
  }
}

/** The packages of installed apps. */
export class WorkbenchSourceStorage extends AppSourceStorage {
  readonly #apps: AppCollection;

  constructor(apps: AppCollection) {
    super();
    this.#apps = apps;
  }

  async store(item: IAppStorageItem, zip: Buffer): Promise<string> {
    this.#apps.putPackage(item.id, zip);
    return item.id;
  }

  async fetch(item: IAppStorageItem): Promise<Buffer> {
    const zip = this.#apps.package(item.id);
    if (!zip) throw new Error(`The package of the app ${item.id} is gone`);
    return zip;
  }

  update(item: IAppStorageItem, zip: Buffer): Promise<string> {
    return this.store(item, zip);
  }

  async remove(item: IAppStorageItem): Promise<void> {
    this.#apps.deletePackage(item.id);
  }
}

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
