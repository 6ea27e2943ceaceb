import { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/IAppStorageItem';
import type { AppCollection } from '../../store/collections/AppCollection';

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
