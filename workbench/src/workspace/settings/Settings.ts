import type { Store } from '../../store/Store';
import type { SettingDocument, SettingValue } from '../documents/SettingDocument';
import { WorkspaceError } from '../WorkspaceError';
import { defaultSettings } from './defaultSettings';

/** Server settings. */
export interface Settings {
  find(id: string): SettingDocument | undefined;
  list(): SettingDocument[];
  /** The value; throws for an unknown id. */
  string(id: string): string;
  number(id: string): number;
  boolean(id: string): boolean;
  /** Sets the value of a known setting. Throws `error-invalid-setting` / `error-invalid-setting-value`. */
  set(id: string, value: SettingValue): SettingDocument;
}

export class StoredSettings implements Settings {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Adds settings that the store does not know yet; never changes a value. */
  addMissing(): void {
    for (const [id, setting] of Object.entries(defaultSettings)) {
      if (this.#store.settings.get(id)) continue;
      const now = new Date();
      this.#store.settings.put({
        public: false,
        hidden: false,
        ...setting,
        _id: id,
        packageValue: setting.value,
        i18nLabel: id,
        ts: now,
        _updatedAt: now,
      });
    }
  }

  find(id: string): SettingDocument | undefined {
    return this.#store.settings.get(id);
  }

  list(): SettingDocument[] {
    return this.#store.settings.where('1 ORDER BY _id');
  }

  string(id: string): string {
    return this.#value(id, 'string', (value) => typeof value === 'string');
  }

  number(id: string): number {
    return this.#value(id, 'number', (value) => typeof value === 'number');
  }

  boolean(id: string): boolean {
    return this.#value(id, 'boolean', (value) => typeof value === 'boolean');
  }

  set(id: string, value: SettingValue): SettingDocument {
    const setting = this.find(id);
    if (!setting) throw new WorkspaceError('error-invalid-setting', `There is no setting ${id}`);
    if (
      typeof value !== typeof setting.packageValue ||
      (setting.values && !setting.values.some((v) => v.key === value))
    ) {
      throw new WorkspaceError('error-invalid-setting-value', `${String(value)} is no value of ${id}`);
    }
    return this.#store.settings.put({ ...setting, value, _updatedAt: new Date() });
  }

  #value<T extends SettingValue>(id: string, kind: string, is: (value: SettingValue) => value is T): T {
    const value = this.find(id)?.value;
    if (value === undefined) throw new Error(`There is no setting ${id}`);
    if (!is(value)) throw new Error(`The setting ${id} is no ${kind}`);
    return value;
  }
}
