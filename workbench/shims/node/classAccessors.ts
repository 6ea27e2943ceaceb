/**
 * Accessors as servers since 8.8 have them: objects of classes, whose missing methods throw at the call. The runtime of
 * the published engine makes proxies instead, which take any name and reject later. The classes are the engine's own from
 * the server's side of 1.62, over bridges that call the server: so newer servers have moved them into the sandbox.
 */
import { ContactCreator } from '@rocket.chat/apps-engine/server/accessors/ContactCreator.js';
import { ContactRead } from '@rocket.chat/apps-engine/server/accessors/ContactRead.js';
import { CloudWorkspaceRead } from '@rocket.chat/apps-engine/server/accessors/CloudWorkspaceRead.js';
import { EmailCreator } from '@rocket.chat/apps-engine/server/accessors/EmailCreator.js';
import { EnvironmentalVariableRead } from '@rocket.chat/apps-engine/server/accessors/EnvironmentalVariableRead.js';
import { ExperimentalRead } from '@rocket.chat/apps-engine/server/accessors/ExperimentalRead.js';
import { LivechatCreator } from '@rocket.chat/apps-engine/server/accessors/LivechatCreator.js';
import { LivechatRead } from '@rocket.chat/apps-engine/server/accessors/LivechatRead.js';
import { LivechatUpdater } from '@rocket.chat/apps-engine/server/accessors/LivechatUpdater.js';
import { MessageRead } from '@rocket.chat/apps-engine/server/accessors/MessageRead.js';
import { MessageUpdater } from '@rocket.chat/apps-engine/server/accessors/MessageUpdater.js';
import { ModerationModify } from '@rocket.chat/apps-engine/server/accessors/ModerationModify.js';
import { ModifyDeleter } from '@rocket.chat/apps-engine/server/accessors/ModifyDeleter.js';
import { OAuthAppsModify } from '@rocket.chat/apps-engine/server/accessors/OAuthAppsModify.js';
import { OAuthAppsReader } from '@rocket.chat/apps-engine/server/accessors/OAuthAppsReader.js';
import { Persistence } from '@rocket.chat/apps-engine/server/accessors/Persistence.js';
import { PersistenceRead } from '@rocket.chat/apps-engine/server/accessors/PersistenceRead.js';
import { RoleRead } from '@rocket.chat/apps-engine/server/accessors/RoleRead.js';
import { RoomRead } from '@rocket.chat/apps-engine/server/accessors/RoomRead.js';
import { SchedulerModify } from '@rocket.chat/apps-engine/server/accessors/SchedulerModify.js';
import { ServerSettingRead } from '@rocket.chat/apps-engine/server/accessors/ServerSettingRead.js';
import { ServerSettingUpdater } from '@rocket.chat/apps-engine/server/accessors/ServerSettingUpdater.js';
import { ServerSettingsModify } from '@rocket.chat/apps-engine/server/accessors/ServerSettingsModify.js';
import { ThreadRead } from '@rocket.chat/apps-engine/server/accessors/ThreadRead.js';
import { UIController } from '@rocket.chat/apps-engine/server/accessors/UIController.js';
import { UploadCreator } from '@rocket.chat/apps-engine/server/accessors/UploadCreator.js';
import { UploadRead } from '@rocket.chat/apps-engine/server/accessors/UploadRead.js';
import { UserRead } from '@rocket.chat/apps-engine/server/accessors/UserRead.js';
import { UserUpdater } from '@rocket.chat/apps-engine/server/accessors/UserUpdater.js';
import { VideoConferenceRead } from '@rocket.chat/apps-engine/server/accessors/VideoConferenceRead.js';
import { AppObjectRegistry } from 'apps-engine-runtime/AppObjectRegistry.ts';
import { formatErrorResponse } from 'apps-engine-runtime/lib/accessors/formatResponseErrorHandler.ts';
import { AppAccessorsInstance } from 'apps-engine-runtime/lib/accessors/mod.ts';
import { ModifyCreator } from 'apps-engine-runtime/lib/accessors/modify/ModifyCreator.ts';
import { ModifyUpdater } from 'apps-engine-runtime/lib/accessors/modify/ModifyUpdater.ts';
import { sendRequest } from 'apps-engine-runtime/lib/messenger.ts';

type Method = (...params: unknown[]) => unknown;
type Methods = Record<string, Method>;

/** Asks the server. Arguments that a caller leaves out at the end are not sent. */
async function ask(method: string, params: unknown[]): Promise<unknown> {
  try {
    return (await sendRequest({ method, params })).result;
  } catch (error) {
    throw formatErrorResponse(error);
  }
}

/** A bridge of the server: every `do…` is a call. Only the classes use it, never an app. */
const bridgeOf = (bridge: string): object =>
  new Proxy(
    {},
    {
      get:
        (_, method: string) =>
        (...params: unknown[]) =>
          ask(`bridges:${bridge}:${method}`, params),
    },
  );

/** All of them: `bridges.getRoomBridge().doGetById(…)`. */
const bridges: object = new Proxy({}, { get: (_, bridge: string) => () => bridgeOf(bridge) });

/** An accessor whose work is done by the server. */
function remote(namespace: string, names: string[]): Methods {
  return Object.fromEntries(
    names.map((name) => [name, (...params: unknown[]) => ask(`accessor:${namespace}:${name}`, params)]),
  );
}

/** The server puts the app's own id in the place of this one; before the app is known there is no other. */
const appId = (): string => AppObjectRegistry.get<string>('id') ?? 'APP_ID';

const overBridge = (Accessor: new (bridge: never, appId: string) => object, bridge: string) => (): unknown =>
  Reflect.construct(Accessor, [bridgeOf(bridge), appId()]);
const overBridges = (Accessor: new (all: never, appId: string) => object) => (): unknown =>
  Reflect.construct(Accessor, [bridges, appId()]);
const overServer = (names: string[]) => (namespace: string) => remote(namespace, names);

const serverSettings = overBridge(ServerSettingRead, 'getServerSettingBridge');
const environmentVariables = overBridge(EnvironmentalVariableRead, 'getEnvironmentalVariableBridge');
const settings = overServer(['getById', 'getValueById']);
const scheduler = overBridge(SchedulerModify, 'getSchedulerBridge');

const ACCESSORS: Record<string, (namespace: string) => unknown> = {
  'getEnvironmentRead:getSettings': settings,
  'getEnvironmentRead:getServerSettings': serverSettings,
  'getEnvironmentRead:getEnvironmentVariables': environmentVariables,
  'getEnvironmentWrite:getSettings': overServer(['updateValue', 'updateSelectOptions']),
  'getEnvironmentWrite:getServerSettings': overBridges(ServerSettingUpdater),
  'getConfigurationModify:scheduler': scheduler,
  'getConfigurationModify:slashCommands': overServer([
    'modifySlashCommand',
    'disableSlashCommand',
    'enableSlashCommand',
  ]),
  'getConfigurationModify:serverSettings': overBridge(ServerSettingsModify, 'getServerSettingBridge'),
  'getConfigurationExtend:ui': overServer(['registerButton']),
  'getConfigurationExtend:settings': overServer(['provideSetting']),
  'getConfigurationExtend:externalComponents': overServer(['register']),
  'getConfigurationExtend:api': overServer(['provideApi']),
  'getConfigurationExtend:scheduler': overServer(['registerProcessors']),
  'getConfigurationExtend:videoConfProviders': overServer(['provideVideoConfProvider']),
  'getConfigurationExtend:outboundCommunication': overServer(['registerEmailProvider', 'registerPhoneProvider']),
  'getConfigurationExtend:slashCommands': overServer(['provideSlashCommand']),
  'getReader:getEnvironmentReader:getSettings': settings,
  'getReader:getEnvironmentReader:getServerSettings': serverSettings,
  'getReader:getEnvironmentReader:getEnvironmentVariables': environmentVariables,
  'getReader:getMessageReader': overBridge(MessageRead, 'getMessageBridge'),
  'getReader:getPersistenceReader': overBridge(PersistenceRead, 'getPersistenceBridge'),
  'getReader:getRoomReader': overBridge(RoomRead, 'getRoomBridge'),
  'getReader:getUserReader': overBridge(UserRead, 'getUserBridge'),
  'getReader:getLivechatReader': overBridge(LivechatRead, 'getLivechatBridge'),
  'getReader:getUploadReader': overBridge(UploadRead, 'getUploadBridge'),
  'getReader:getCloudWorkspaceReader': overBridge(CloudWorkspaceRead, 'getCloudWorkspaceBridge'),
  'getReader:getVideoConferenceReader': overBridge(VideoConferenceRead, 'getVideoConferenceBridge'),
  'getReader:getOAuthAppsReader': overBridge(OAuthAppsReader, 'getOAuthAppsBridge'),
  'getReader:getThreadReader': overBridge(ThreadRead, 'getThreadBridge'),
  'getReader:getRoleReader': overBridge(RoleRead, 'getRoleBridge'),
  'getReader:getContactReader': overBridges(ContactRead),
  'getReader:getExperimentalReader': overBridge(ExperimentalRead, 'getExperimentalBridge'),
  'getModifier:getDeleter': overBridges(ModifyDeleter),
  'getModifier:getUiController': () => Reflect.construct(UIController, [appId(), bridges]),
  'getModifier:getScheduler': scheduler,
  'getModifier:getOAuthAppsModifier': overBridge(OAuthAppsModify, 'getOAuthAppsBridge'),
  'getModifier:getModerationModifier': overBridge(ModerationModify, 'getModerationBridge'),
  getPersistence: overBridge(Persistence, 'getPersistenceBridge'),
};

function accessor(namespace: string): unknown {
  const create = ACCESSORS[namespace];
  if (!create) throw new Error(`No accessor for ${namespace}`);
  return create(namespace);
}

// Accessors that were requested before this file was loaded are still proxies.
Reflect.set(AppAccessorsInstance, 'proxify', accessor);
Reflect.set(AppAccessorsInstance, 'persistence', accessor('getPersistence'));
Object.assign(ModifyCreator.prototype, {
  getLivechatCreator: overBridges(LivechatCreator),
  getUploadCreator: overBridges(UploadCreator),
  getEmailCreator: overBridges(EmailCreator),
  getContactCreator: overBridges(ContactCreator),
});
Object.assign(ModifyUpdater.prototype, {
  getLivechatUpdater: overBridges(LivechatUpdater),
  getUserUpdater: overBridges(UserUpdater),
  getMessageUpdater: overBridges(MessageUpdater),
});
