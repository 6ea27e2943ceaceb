import type {
  IAppInstallationContext,
  IAppUpdateContext,
  IConfigurationExtend,
  IConfigurationModify,
  IEnvironmentRead,
  IHttp,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type {
  ILivechatEventContext,
  ILivechatRoom,
  IPostLivechatAgentAssigned,
  IPostLivechatRoomClosed,
  IPostLivechatRoomStarted,
} from '@rocket.chat/apps-engine/definition/livechat';
import type {
  IMessage,
  IMessageDeleteContext,
  IMessageReactionContext,
  IPostMessageDeleted,
  IPostMessageReacted,
  IPostMessageSent,
  IPostMessageUpdated,
} from '@rocket.chat/apps-engine/definition/messages';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type {
  IUIKitInteractionHandler,
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { createMemory } from './src/handlers/entry/createMemory';
import { createDialog360Http } from './src/handlers/dialog360/createDialog360Http';
import { endpointPath } from './src/handlers/entry/endpoints/createEndpoint';
import { guarded, hideSecrets, hideSecretSetting, safeLog } from './src/handlers/core/hideSecrets';
import type { CallAccessors, Host } from './src/handlers/core/Host';
import { closeView, submitView } from './src/handlers/entry/interactions/submitView';
import { pressActionButton, pressButton } from './src/handlers/entry/interactions/pressButton';
import { TELL_SETTING } from './src/handlers/entry/jobs/jobs';
import { begin, scheduleCatchUp, scheduleQueues } from './src/handlers/entry/lifecycle';
import { agentAssigned, roomClosed, roomStarted } from './src/handlers/entry/listeners/roomEvents';
import {
  postMessageDeleted,
  postMessageReacted,
  postMessageSent,
  postMessageUpdated,
} from './src/handlers/entry/listeners/messageEvents';
import { isEditOfAgent, isForUs, isOfAgent } from './src/handlers/outbound/agent/messageOrigin';
import { afterStart, SEND_TEMPLATES } from './src/handlers/outbound/templates/templateQueue';
import { register } from './src/handlers/entry/register';
import { acceptSetting } from './src/handlers/core/settings/readSettings';

/** The accessors that Rocket.Chat passes with every event, after the event's own data. */
type EventAccessors = [read: IRead, http: IHttp, persistence: IPersistence, modify: IModify];

/** WhatsApp 360Dialog (Cloud API): hands every call of Rocket.Chat to its handler. */
export class WhatsAppApp
  extends App
  implements
    IPostMessageSent,
    IPostMessageUpdated,
    IPostMessageDeleted,
    IPostMessageReacted,
    IPostLivechatAgentAssigned,
    IPostLivechatRoomClosed,
    IPostLivechatRoomStarted,
    IUIKitInteractionHandler
{
  private readonly memory = createMemory(() => this.getAccessors().environmentReader);

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await register(this, configuration, (accessors) => this.host(accessors));
  }

  override async onInstall({ user }: IAppInstallationContext, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => begin(this.hostOf(accessors), user));
  }

  override async onUpdate({ user }: IAppUpdateContext, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => begin(this.hostOf(accessors), user));
  }

  override async onEnable(_environment: IEnvironmentRead, configuration: IConfigurationModify): Promise<boolean> {
    const host = { read: this.getAccessors().reader, logger: safeLog(this.getLogger()) };
    await scheduleQueues(host, configuration.scheduler);
    await scheduleCatchUp(host, configuration.scheduler);
    await configuration.scheduler.scheduleOnce({ id: SEND_TEMPLATES, when: new Date(), data: afterStart });
    return true;
  }

  override async onPreSettingUpdate(
    context: ISettingUpdateContext,
    configuration: IConfigurationModify,
  ): Promise<ISetting> {
    const { setting, problem } = acceptSetting(context);
    if (problem) {
      // This event has no way to say anything to anybody; a job has.
      await configuration.scheduler.scheduleOnce({
        id: TELL_SETTING,
        when: new Date(),
        data: { id: setting.id, problem },
      });
    }
    hideSecretSetting(this.getLogger(), setting);
    return setting;
  }

  override onSettingUpdated({ id, value }: ISetting, _configuration: IConfigurationModify): Promise<void> {
    this.memory.settings.invalidate(id, value);
    return Promise.resolve();
  }

  checkPostMessageSent(message: IMessage): Promise<boolean> {
    return Promise.resolve(isForUs(message, this.getID()));
  }

  async executePostMessageSent(message: IMessage, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => postMessageSent(this.hostOf(accessors), message));
  }

  checkPostMessageUpdated(message: IMessage): Promise<boolean> {
    return Promise.resolve(isEditOfAgent(message, this.getID()));
  }

  async executePostMessageUpdated(message: IMessage, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => postMessageUpdated(this.hostOf(accessors), message));
  }

  checkPostMessageDeleted(message: IMessage): Promise<boolean> {
    return Promise.resolve(isOfAgent(message, this.getID()));
  }

  async executePostMessageDeleted(
    message: IMessage,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
    context?: IMessageDeleteContext,
  ): Promise<void> {
    await guarded(() => postMessageDeleted(this.hostOf([read, http, persistence, modify]), message, context));
  }

  async executePostMessageReacted(context: IMessageReactionContext, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => postMessageReacted(this.hostOf(accessors), context));
  }

  async executePostLivechatAgentAssigned(context: ILivechatEventContext, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => agentAssigned(this.hostOf(accessors), context));
  }

  async executePostLivechatRoomStarted(room: ILivechatRoom, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => roomStarted(this.hostOf(accessors), room));
  }

  async executePostLivechatRoomClosed(room: ILivechatRoom, ...accessors: EventAccessors): Promise<void> {
    await guarded(() => roomClosed(this.hostOf(accessors), room));
  }

  async executeBlockActionHandler(
    context: UIKitBlockInteractionContext,
    ...accessors: EventAccessors
  ): Promise<IUIKitResponse> {
    return guarded(() => pressButton(this.hostOf(accessors), context));
  }

  async executeActionButtonHandler(
    context: UIKitActionButtonInteractionContext,
    ...accessors: EventAccessors
  ): Promise<IUIKitResponse> {
    return guarded(() => pressActionButton(this.hostOf(accessors), context));
  }

  async executeViewSubmitHandler(
    context: UIKitViewSubmitInteractionContext,
    ...accessors: EventAccessors
  ): Promise<IUIKitResponse> {
    return guarded(() => submitView(this.hostOf(accessors), context));
  }

  async executeViewClosedHandler(
    context: UIKitViewCloseInteractionContext,
    ...accessors: EventAccessors
  ): Promise<IUIKitResponse> {
    return guarded(() => closeView(this.hostOf(accessors), context));
  }

  private hostOf([read, http, persistence, modify]: EventAccessors): Host {
    return this.host({ read, http, persistence, modify, logger: this.getLogger() });
  }

  private host(accessors: CallAccessors): Host {
    hideSecrets(accessors.logger);
    const logger = safeLog(accessors.logger);
    return {
      ...accessors,
      logger,
      dialog360: createDialog360Http({ http: accessors.http, reach: this.memory.reach, logger }),
      app: { id: this.getID(), version: this.getVersion(), support: this.getInfo().author.support },
      endpointPath: (path) => endpointPath(this.getAccessors(), path),
      memory: this.memory,
    };
  }
}
