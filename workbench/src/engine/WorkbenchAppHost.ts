import { AppStatus, AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata/IAppInfo';
import type { ProviderMetadata } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundCommsProvider';
import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundMessage';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands/SlashCommandContext';
import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui/IUIActionButtonDescriptor';
import { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { AppFabricationFulfillment } from '@rocket.chat/apps-engine/server/compiler/AppFabricationFulfillment';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging/ILoggerStorageEntry';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import { silentApps } from '../workspace/AppEvents';
import type { UserDocument } from '../workspace/documents/UserDocument';
import { WorkspaceError } from '../workspace/WorkspaceError';
import type {
  AppHost,
  AppRecord,
  AppView,
  CommandRun,
  CommandView,
  EndpointAnswer,
  EndpointCall,
  Interactor,
  JobView,
} from './AppHost';
import type { AppHostParts } from './AppHostParts';
import { callEndpoint } from './callEndpoint';
import { callMethod } from './callMethod';
import { readEngineShape } from './readEngineShape';
import { readInteraction } from './readInteraction';
import { readManifest } from './readManifest';
import type { RoundTrips } from './RoundTrips';

/** How long a stop waits for running work. */
const STOP_WAIT_MS = 3_000;

/** Milliseconds. An app with a timer within this time counts as busy: it waits 300 ms before it sends a message. */
const SOON_MS = 500;

/** Milliseconds. The longest wait for an app that sets one timer after another. */
const MOST_WAITS_MS = 5_000;

export class WorkbenchAppHost implements AppHost {
  readonly roundTrips: RoundTrips;
  readonly #parts: AppHostParts;

  constructor(parts: AppHostParts) {
    this.#parts = parts;
    this.roundTrips = parts.roundTrips;
  }

  async list(): Promise<AppView[]> {
    return Promise.all((await this.#manager.get()).map((app) => this.#view(app)));
  }

  async get(appId: string): Promise<AppView | undefined> {
    const app = this.#find(appId);
    return app && this.#view(app);
  }

  async install(zip: Buffer, by: UserDocument): Promise<AppView> {
    const { id, name, permissions } = readManifest(zip);
    if (this.#find(id)) throw new Error(`The app ${name} is installed already`);
    const user = this.#parts.converters.user(by);
    const permissionsGranted = permissions && readEngineShape<IPermission[]>(permissions);
    return this.#settle('install', name, () => this.#manager.add(zip, { enable: true, permissionsGranted, user }));
  }

  async update(zip: Buffer, by: UserDocument): Promise<AppView> {
    const { id, name, permissions } = readManifest(zip);
    this.#app(id);
    const user = this.#parts.converters.user(by);
    // Without a list the app gets the default permissions, although the type requires a list.
    const granted = readEngineShape<IPermission[]>(permissions);
    return this.#settle('update', name, () => this.#manager.update(zip, granted, { loadApp: true, user }));
  }

  enable(appId: string): Promise<AppView> {
    return this.#changeStatus(appId, AppStatus.MANUALLY_ENABLED);
  }

  disable(appId: string): Promise<AppView> {
    return this.#changeStatus(appId, AppStatus.MANUALLY_DISABLED);
  }

  async uninstall(appId: string, by: UserDocument): Promise<void> {
    const app = this.#app(appId);
    const user = this.#parts.converters.user(by);
    await this.roundTrips.request('lifecycle', `uninstall ${app.getName()}`, () =>
      this.#manager.remove(appId, { user }),
    );
    this.#parts.scheduler.undefine(appId);
  }

  async settings(appId: string): Promise<Record<string, ISetting>> {
    this.#app(appId);
    return this.#manager.getSettingsManager().getAppSettings(appId);
  }

  async updateSetting(appId: string, settingId: string, value: unknown): Promise<ISetting> {
    this.#app(appId);
    const manager = this.#manager.getSettingsManager();
    const setting = { ...manager.getAppSetting(appId, settingId), value };
    await this.roundTrips.request('setting', settingId, () => manager.updateAppSetting(appId, setting));
    return manager.getAppSetting(appId, settingId);
  }

  async logs(
    appId: string,
    { count = 50, offset = 0 }: { count?: number; offset?: number } = {},
  ): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
    this.#app(appId);
    return this.#manager.getLogStorage().findPaginated({ appId }, { limit: count, skip: offset });
  }

  async icon(appId: string): Promise<{ type: string; bytes: Buffer } | undefined> {
    return readIcon(this.#app(appId).getInfo());
  }

  translate(appId: string, key: string, language = 'en'): string {
    const content = this.#app(appId).getStorageItem().languageContent;
    for (const candidate of [language, language.split('-')[0] ?? '', 'en']) {
      const texts: object = content[candidate] ?? {};
      const text: unknown = Reflect.get(texts, key);
      if (typeof text === 'string') return text;
    }
    return key;
  }

  callEndpoint(call: EndpointCall): Promise<EndpointAnswer | undefined> {
    return callEndpoint(this.#parts, call);
  }

  async interact(appId: string, by: Interactor, interaction: unknown): Promise<unknown> {
    this.#app(appId);
    const { converters, store } = this.#parts;
    const action = readInteraction(interaction, {
      appId,
      ...('visitor' in by ? { visitor: converters.visitor(by.visitor) } : { user: converters.user(by.user) }),
      room: (id) => converters.roomById(id ?? undefined),
      message: (id) => {
        const message = id ? store.messages.get(id) : undefined;
        return message && converters.message(message);
      },
    });
    const label = `${action.data.type} ${action.data.actionId ?? ''}`.trim();
    return this.roundTrips.request<unknown>('interaction', label, () =>
      this.#manager.getListenerManager().executeListener(action.event, action.data),
    );
  }

  commands(): CommandView[] {
    return this.#parts.bridges
      .getCommandBridge()
      .list()
      .map(({ command, i18nParamsExample, i18nDescription, providesPreview, permission, appId }) => ({
        command,
        params: i18nParamsExample,
        description: i18nDescription,
        ...(permission && { permission }),
        clientOnly: false,
        providesPreview,
        appId,
      }));
  }

  async runCommand({ command, params, room, user, tmid, triggerId }: CommandRun): Promise<void> {
    if (!this.#parts.bridges.getCommandBridge().find(command)) {
      throw new WorkspaceError('error-invalid-command', 'The command does not exist');
    }
    const { converters } = this.#parts;
    const context = new SlashCommandContext(
      converters.user(user),
      converters.room(room),
      parseParameters(params),
      tmid,
      triggerId,
    );
    // The parameters of a command are omitted, because everybody can read this list.
    await this.roundTrips.request('command', `/${command}`, () =>
      this.#manager.getCommandManager().executeCommand(command, context),
    );
  }

  actionButtons(): Promise<IUIActionButton[]> {
    return this.#manager.getUIActionButtonManager().getAllActionButtons();
  }

  outboundProviders(type?: 'phone' | 'email'): {
    providerId: string;
    providerName: string;
    providerType: 'phone' | 'email';
    supportsTemplates: boolean;
  }[] {
    if (type === 'email') return [];
    return this.#parts.bridges
      .getOutboundMessageBridge()
      .list()
      .map(({ appId, name, type: providerType, supportsTemplates = false }) => ({
        providerId: appId,
        providerName: name,
        providerType,
        supportsTemplates,
      }));
  }

  async outboundMetadata(providerId: string): Promise<ProviderMetadata | undefined> {
    const provider = this.#parts.bridges.getOutboundMessageBridge().find(providerId);
    if (!provider) return undefined;
    const providers = this.#manager.getOutboundCommunicationProviderManager();
    return this.roundTrips.request('outbound', 'getProviderMetadata', () =>
      providers.getProviderMetadata(providerId, provider.type),
    );
  }

  async sendOutbound(providerId: string, message: IOutboundMessage): Promise<void> {
    const provider = this.#parts.bridges.getOutboundMessageBridge().find(providerId);
    if (!provider) throw new WorkspaceError('error-invalid-provider');
    const providers = this.#manager.getOutboundCommunicationProviderManager();
    await this.roundTrips.request('outbound', 'sendOutboundMessage', () =>
      providers.sendOutboundMessage(providerId, provider.type, message),
    );
  }

  jobs(appId?: string): JobView[] {
    return this.#parts.scheduler.list(appId).map((job) => ({
      id: job._id,
      processorId: job.name.replace(`_${job.appId}`, ''),
      appId: job.appId,
      kind: job.kind,
      nextRunAt: job.nextRunAt,
      lastRunAt: job.lastRunAt,
      lastError: job.lastError,
      data: job.data,
    }));
  }

  runJob(jobId: string): Promise<void> {
    return this.#parts.scheduler.runNow(jobId);
  }

  records(appId: string): AppRecord[] {
    return this.#parts.store.records
      .ofApp(appId)
      .map(({ _id, associations, data }) => ({ id: _id, associations, data }));
  }

  async idle(quietMs = 50): Promise<void> {
    const end = performance.now() + MOST_WAITS_MS;
    for (;;) {
      await this.roundTrips.idle(quietMs);
      const before = this.roundTrips.activity();
      const { hasFetched, goesOnIn } = await this.#parts.clocks.atWork(SOON_MS);
      const isHolding = goesOnIn !== undefined && performance.now() < end;
      if (!hasFetched && !isHolding && this.roundTrips.activity() === before) return;
      await new Promise((resolve) => setTimeout(resolve, Math.min(goesOnIn ?? quietMs, quietMs)));
    }
  }

  async stop(): Promise<void> {
    const giveUp = new Promise<void>((resolve) => setTimeout(resolve, STOP_WAIT_MS).unref());
    // A job in a hanging sandbox would delay the stop by half a minute.
    await Promise.race([this.#parts.scheduler.stop(), giveUp]);
    this.#parts.workspace.connectApps(silentApps);
    await Promise.race([this.idle(), giveUp]);
    const apps = await this.#manager.get();
    await Promise.all(apps.map(stopSandbox));
    // This process may start another host later.
    Reflect.set(AppManager, 'Instance', undefined);
  }

  async #view(app: ProxiedApp): Promise<AppView> {
    const item = app.getStorageItem();
    const status = await app.getStatus();
    return {
      ...app.getInfo(),
      status,
      enabled: AppStatusUtils.isEnabled(status),
      privateHash: item._id ?? '',
      apis: this.#manager.getApiManager().listApis(app.getID()),
      languages: item.languageContent,
      permissionsGranted: this.#manager.getPermissionsById(app.getID()),
      installedAt: item.createdAt ?? new Date(0),
    };
  }

  /** Installs or updates, and gives the reason when the app is not enabled afterwards. */
  async #settle(what: string, name: string, work: () => Promise<AppFabricationFulfillment>): Promise<AppView> {
    const result = await this.roundTrips.request('lifecycle', `${what} ${name}`, work);
    if (result.hasStorageError()) throw new Error(result.getStorageError());
    if (result.hasAppUserError()) throw new Error(String(Reflect.get(result.getAppUserError(), 'message')));
    const app = result.getApp();
    // The engine stores that it wanted the app enabled, but the actual state must be stored.
    const view = await this.#view(app);
    await this.#manager.getStorage().updateStatus(view.privateHash, await app.getStatus());
    if (!view.enabled) {
      throw new Error(`The app ${name} is installed but did not start (${view.status}); its logs may tell why`);
    }
    return view;
  }

  async #changeStatus(appId: string, status: AppStatus): Promise<AppView> {
    const app = this.#app(appId);
    const isAlready = AppStatusUtils.isEnabled(await app.getStatus()) === AppStatusUtils.isEnabled(status);
    if (!isAlready) {
      await this.roundTrips.request('lifecycle', `${status} ${app.getName()}`, () =>
        this.#manager.changeStatus(appId, status),
      );
    }
    return this.#view(this.#app(appId));
  }

  #find(appId: string): ProxiedApp | undefined {
    return this.#manager.getOneById(appId);
  }

  #app(appId: string): ProxiedApp {
    const app = this.#find(appId);
    if (!app) throw new WorkspaceError('error-app-not-found', `No App found by the id of: ${appId}`);
    return app;
  }

  get #manager(): AppManager {
    return this.#parts.manager;
  }
}

/** 1.53 has another name for a sandbox's controller. */
async function stopSandbox(app: ProxiedApp): Promise<void> {
  const isOld = !('getRuntimeController' in app);
  const controller = callMethod(app, isOld ? 'getDenoRuntime' : 'getRuntimeController', []);
  if (typeof controller === 'object' && controller !== null) await callMethod(controller, 'stopApp', []);
}

/** A command's arguments, split as on the real server: by spaces, except within quotes. */
function parseParameters(text: string): string[] {
  const parts = text.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return parts.map((part) => (/^(["']).*\1$/s.test(part) && part.length > 1 ? part.slice(1, -1) : part));
}

/** The package's icon as a data URL. */
function readIcon(info: IAppInfo): { type: string; bytes: Buffer } | undefined {
  const content: unknown = Reflect.get(info, 'iconFileContent');
  const match = typeof content === 'string' ? /^data:([^;]+);base64,(.*)$/s.exec(content) : null;
  if (!match) return undefined;
  return { type: match[1] ?? 'image/png', bytes: Buffer.from(match[2] ?? '', 'base64') };
}
