import type {
  IAppInstallationContext,
  IConfigurationExtend,
  IHttp,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { IPostMessageSent, IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import type {
  IUIKitInteractionHandler,
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { ConversationEndpoint, EchoEndpoint, FailingEndpoint, IconEndpoint } from './endpoints';
import { ProbeCommand, probeModal, questionBlocks } from './ProbeCommand';

/** Uses each thing that a workspace offers once, so that tests of the workbench need no product. */
export class ProbeApp extends App implements IUIKitInteractionHandler, IPostMessageSent {
  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await configuration.settings.provideSetting({
      id: 'greeting',
      type: SettingType.STRING,
      packageValue: 'Hello',
      required: false,
      public: false,
      i18nLabel: 'greeting',
    });
    await configuration.slashCommands.provideSlashCommand(new ProbeCommand());
    await configuration.api.provideApi({
      visibility: ApiVisibility.PRIVATE,
      security: ApiSecurity.UNSECURE,
      endpoints: [new EchoEndpoint(this), new FailingEndpoint(this), new ConversationEndpoint(this)],
    });
    await configuration.api.provideApi({
      visibility: ApiVisibility.PUBLIC,
      security: ApiSecurity.UNSECURE,
      endpoints: [new IconEndpoint(this)],
    });
    configuration.ui.registerButton({
      actionId: 'probe-action',
      context: UIActionButtonContext.ROOM_ACTION,
      labelI18n: 'greeting',
    });
  }

  override async onInstall(
    { user }: IAppInstallationContext,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ) {
    const bot = await read.getUserReader().getAppUser(this.getID());
    if (!bot) throw new Error('The app has no user');
    const room = modify
      .getCreator()
      .startRoom()
      .setType(RoomType.PRIVATE_GROUP)
      .setSlugifiedName('probe-setup')
      .setDisplayName('probe-setup')
      .setCreator(bot);
    room.setMembersToBeAddedByUsernames([user.username]);
    const roomId = await modify.getCreator().finish(room);
    const created = await read.getRoomReader().getById(roomId);
    if (!created) throw new Error('The room is not there');
    const message = modify.getCreator().startMessage().setSender(bot).setRoom(created);
    await modify.getCreator().finish(message.setText('Shall we?').setBlocks(questionBlocks('Shall we?')));
  }

  async executeBlockActionHandler(context: UIKitBlockInteractionContext): Promise<IUIKitResponse> {
    const { actionId } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    if (actionId === 'no') throw new Error('No means no');
    return actionId === 'open'
      ? responder.openModalViewResponse(probeModal('Opened by a button'))
      : responder.successResponse();
  }

  async executeViewSubmitHandler(context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
    const { view } = context.getInteractionData();
    const { name } = (view.state as { name?: { name?: string } }).name ?? {};
    const responder = context.getInteractionResponder();
    if (!name) return responder.viewErrorResponse({ viewId: view.id, errors: { name: 'A name is needed' } });
    return name === 'again'
      ? responder.updateModalViewResponse(probeModal('And once more'))
      : responder.successResponse();
  }

  async executeActionButtonHandler(context: UIKitActionButtonInteractionContext): Promise<IUIKitResponse> {
    return context.getInteractionResponder().openContextualBarViewResponse(probeModal('Opened by an action button'));
  }

  /** Remembers what people wrote, so that a test sees that the app heard it. */
  async executePostMessageSent(
    message: IMessage,
    _read: IRead,
    _http: IHttp,
    persistence: IPersistence,
  ): Promise<void> {
    const association = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'heard');
    await persistence.createWithAssociation({ text: message.text ?? '', apiKey: 'hidden' }, association);
  }
}
