import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge';
import type { Settings } from '../../workspace/settings/Settings';
import type { AppConverters } from '../converters/AppConverters';

/** Server settings for apps. */
export class WorkbenchServerSettingBridge extends ServerSettingBridge {
  readonly #settings: Settings;
  readonly #converters: AppConverters;

  constructor(settings: Settings, converters: AppConverters) {
    super();
    this.#settings = settings;
    this.#converters = converters;
  }

  protected async getAll(): Promise<ISetting[]> {
    return this.#settings.list().map((setting) => this.#converters.setting(setting));
  }

  protected async getOneById(id: string): Promise<ISetting> {
    const setting = this.#settings.find(id);
    if (!setting) throw new Error(`The setting "${id}" is not readable.`);
    return this.#converters.setting(setting);
  }

  protected async hideGroup(): Promise<void> {
    throw new Error('Method not implemented.');
  }

  protected async hideSetting(): Promise<void> {
    throw new Error('Method not implemented.');
  }

  protected async isReadableById(id: string): Promise<boolean> {
    return this.#settings.find(id) !== undefined;
  }

  protected async updateOne(setting: ISetting): Promise<void> {
    const value: unknown = setting.value;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new Error(`The setting "${setting.id}" takes no such value.`);
    }
    this.#settings.set(setting.id, value);
  }

  protected async incrementValue(id: string, value: number): Promise<void> {
    this.#settings.set(id, this.#settings.number(id) + value);
  }
}
