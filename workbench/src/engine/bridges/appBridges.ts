import type {
  IOutboundEmailMessageProvider,
  IOutboundMessageProviders,
  IOutboundPhoneMessageProvider,
} from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundCommsProvider';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands/ISlashCommand';
import type { IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit/IUIKitInteractionType';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';
import { OutboundMessageBridge } from '@rocket.chat/apps-engine/server/bridges/OutboundMessagesBridge';
import { UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges/UiInteractionBridge';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';
import type { WorkspaceEvents } from '../../workspace/WorkspaceEvents';
import { refuse } from './BridgeParts';

/** Tells pages to read the apps and their buttons again when apps are added, removed or changed. */
export class WorkbenchAppActivationBridge extends AppActivationBridge {
  readonly #events: WorkspaceEvents;

  constructor(events: WorkspaceEvents) {
    super();
    this.#events = events;
  }

  protected async appAdded(): Promise<void> {
    this.#changed();
  }

  protected async appUpdated(): Promise<void> {
    this.#changed();
  }

  protected async appRemoved(): Promise<void> {
    this.#changed();
  }

  protected async appStatusChanged(): Promise<void> {
    this.#changed();
  }

  protected async actionsChanged(): Promise<void> {
    this.#changed();
  }

  #changed(): void {
    this.#events.publish({ type: 'apps', audience: { kind: 'everyone' } });
  }
}

/** Tells pages to read an app again after a setting changed. */
export class WorkbenchAppDetailChangesBridge extends AppDetailChangesBridge {
  readonly #events: WorkspaceEvents;

  constructor(events: WorkspaceEvents) {
    super();
    this.#events = events;
  }

  protected onAppSettingsChange(): void {
    this.#events.publish({ type: 'apps', audience: { kind: 'everyone' } });
  }
}

export interface EndpointMatch {
  api: AppApi;
  params: Record<string, string>;
}

/** Apps' endpoints, by the path after the app's base path. */
export class WorkbenchApiBridge extends ApiBridge {
  readonly #apis = new Map<string, AppApi[]>();

  /** The endpoint for a path such as `incoming` or `orders/17`. */
  find(appId: string, path: string): EndpointMatch | undefined {
    for (const api of this.#apis.get(appId) ?? []) {
      const params = matchPath(api.endpoint.path, path);
      if (params) return { api, params };
    }
    return undefined;
  }

  protected async registerApi(api: AppApi, appId: string): Promise<void> {
    this.#apis.set(appId, [...(this.#apis.get(appId) ?? []), api]);
  }

  protected async unregisterApis(appId: string): Promise<void> {
    this.#apis.delete(appId);
  }
}

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** The parameters of `path` if it matches `pattern` (`orders/:id`); otherwise undefined. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = segments(pattern.trim());
  const given = segments(path);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

/** A slash command and the app that provides it. */
export type RegisteredCommand = Pick<
  ISlashCommand,
  'command' | 'i18nParamsExample' | 'i18nDescription' | 'permission' | 'providesPreview'
> & { appId: string };

/** Apps' slash commands. The workbench has no commands of its own to change or disable. */
export class WorkbenchCommandBridge extends CommandBridge {
  readonly #commands = new Map<string, RegisteredCommand>();

  list(): RegisteredCommand[] {
    return [...this.#commands.values()];
  }

  find(command: string): RegisteredCommand | undefined {
    return this.#commands.get(command.toLowerCase().trim());
  }

  protected async doesCommandExist(command: string): Promise<boolean> {
    return this.find(command) !== undefined;
  }

  protected async enableCommand(command: string): Promise<void> {
    refuse('CommandBridge', `enableCommand("${command}")`);
  }

  protected async disableCommand(command: string): Promise<void> {
    refuse('CommandBridge', `disableCommand("${command}")`);
  }

  protected async modifyCommand(command: ISlashCommand): Promise<void> {
    refuse('CommandBridge', `modifyCommand("${command.command}")`);
  }

  protected async registerCommand(command: ISlashCommand, appId: string): Promise<void> {
    this.#commands.set(command.command.toLowerCase().trim(), { ...command, appId });
  }

  protected async unregisterCommand(command: string): Promise<void> {
    this.#commands.delete(command.toLowerCase().trim());
  }
}

/** Sends the views that an app opens for a person to that person's pages. */
export class WorkbenchUiInteractionBridge extends UiInteractionBridge {
  readonly #events: WorkspaceEvents;

  constructor(events: WorkspaceEvents) {
    super();
    this.#events = events;
  }

  protected async notifyUser(user: IUser, interaction: IUIKitInteraction, appId: string): Promise<void> {
    this.#events.publish({
      type: 'ui-interaction',
      interaction: { ...interaction, appId },
      audience: { kind: 'user', userId: user.id },
    });
  }
}

/** Providers of outbound messages. As on the real server, only phone providers work, one for each app. */
export class WorkbenchOutboundMessageBridge extends OutboundMessageBridge {
  readonly #providers = new Map<string, IOutboundPhoneMessageProvider>();

  list(): IOutboundPhoneMessageProvider[] {
    return [...this.#providers.values()];
  }

  find(providerId: string): IOutboundPhoneMessageProvider | undefined {
    return this.#providers.get(providerId);
  }

  protected async registerPhoneProvider(provider: IOutboundPhoneMessageProvider): Promise<void> {
    this.#providers.set(provider.appId, provider);
  }

  protected async registerEmailProvider(provider: IOutboundEmailMessageProvider): Promise<void> {
    refuse('OutboundMessageBridge', `registerEmailProvider("${provider.name}")`);
  }

  protected async unRegisterProvider(provider: IOutboundMessageProviders): Promise<void> {
    this.#providers.delete(provider.appId);
  }
}
