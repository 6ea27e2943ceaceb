import { signingKeys } from '../signingKeys';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import { EnvironmentalVariableBridge } from '@rocket.chat/apps-engine/server/bridges/EnvironmentalVariableBridge';
import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge';
import type { SecretCollection, SecretDocument } from '../../store/collections/serverCollections';
import type { SettingDocument } from '../../workspace/documents/SettingDocument';
import type { BridgeParts } from './BridgeParts';
import { refuse } from './BridgeParts';

/** Server settings for apps. An app can read a hidden setting (SETTINGS_HIDDEN) only if its permission names it. */
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
    const setting = this.#find(id);
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
    return this.#find(id) !== undefined;
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

  /** Another server may lack a setting: a setting of the workbench lists the ones to hide, separated by commas. */
  #find(id: string): SettingDocument | undefined {
    const { settings } = this.#parts.workspace;
    return settings.string('Workbench_Settings_Absent_For_Apps').split(',').includes(id)
      ? undefined
      : settings.find(id);
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

/** Environment variables. The real server lets apps read only configured ones, and by default none. */
export class WorkbenchEnvironmentalVariableBridge extends EnvironmentalVariableBridge {
  protected async getValueByName(name: string): Promise<string | undefined> {
    throw new Error(`The environmental variable "${name}" is not readable.`);
  }

  protected async isReadable(): Promise<boolean> {
    return false;
  }

  protected async isSet(name: string): Promise<boolean> {
    throw new Error(`The environmental variable "${name}" is not readable.`);
  }
}

/** Facts that the engine itself reads. */
export class WorkbenchInternalBridge extends InternalBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getUsernamesOfRoomById(roomId: string): Promise<string[]> {
    return this.getUsernamesOfRoomByIdSync(roomId);
  }

  protected getUsernamesOfRoomByIdSync(roomId: string): string[] {
    return this.#parts.workspace.rooms.members(roomId).map(({ username }) => username);
  }

  protected async getWorkspacePublicKey(): Promise<ISetting> {
    return refuse('InternalBridge', 'getWorkspacePublicKey');
  }
}

/**
 * The keys with which the engine signs installed apps. They are stored, because an app must match its signature later.
 */
export class WorkbenchInternalFederationBridge implements IInternalFederationBridge {
  readonly #secrets: SecretCollection;

  constructor(secrets: SecretCollection) {
    this.#secrets = secrets;
  }

  async getPrivateKey(): Promise<string> {
    return this.#keys().privateKey;
  }

  async getPublicKey(): Promise<string> {
    return this.#keys().publicKey;
  }

  #keys(): SecretDocument {
    const known = this.#secrets.get('federation-keys');
    if (known) return known;
    return this.#secrets.put({ _id: 'federation-keys', ...signingKeys() });
  }
}
