import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge';
import type { SettingDocument } from '../../workspace/documents/SettingDocument';
import type { BridgeParts } from './BridgeParts';

/**
 * Server settings for apps. What is hidden, as a host hides settings by SETTINGS_HIDDEN, an app reads only when its
 * permission names it.
 */
export class WorkbenchServerSettingBridge extends ServerSettingBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getAll(): Promise<ISetting[]> {
    return this.#parts.workspace.settings.list().map((setting) => this.#parts.converters.setting(setting));
  }

  protected async getOneById(id: string, appId: string): Promise<ISetting> {
    const setting = this.#parts.workspace.settings.find(id);
    if (!setting || (setting.hidden && !this.#mayReadHidden(setting, appId)))
      throw new Error(`The setting "${id}" is not readable.`);
    return this.#parts.converters.setting(setting);
  }

  protected async hideGroup(): Promise<void> {
    throw new Error('Method not implemented.');
  }

  protected async hideSetting(): Promise<void> {
    throw new Error('Method not implemented.');
  }

  protected async isReadableById(id: string): Promise<boolean> {
    return this.#parts.workspace.settings.find(id) !== undefined;
  }

  protected async updateOne(setting: ISetting): Promise<void> {
    const value: unknown = setting.value;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new Error(`The setting "${setting.id}" takes no such value.`);
    }
    this.#parts.workspace.settings.set(setting.id, value);
  }

  protected async incrementValue(id: string, value: number): Promise<void> {
    this.#parts.workspace.settings.set(id, this.#parts.workspace.settings.number(id) + value);
  }

  #mayReadHidden({ _id }: SettingDocument, appId: string): boolean {
    const { permissions = [] } = this.#parts.manager().getOneById(appId).getInfo();
    return permissions.some(
      (permission) =>
        permission.name === 'server-setting.read' &&
        'hiddenSettings' in permission &&
        Array.isArray(permission.hiddenSettings) &&
        permission.hiddenSettings.includes(_id),
    );
  }
}
