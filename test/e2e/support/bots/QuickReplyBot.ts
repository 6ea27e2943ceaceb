import type {
  IAppInstallationContext,
  IHttp,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage, IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUIKitResponse, UIKitLivechatBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUIKitLivechatInteractionHandler } from '@rocket.chat/apps-engine/definition/uikit/livechat/IUIKitLivechatActionHandler';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';

/** A button of the bot. */
export interface BotButton {
  title: string;
  value?: string;
  url?: string;
  actionId?: string;
}

/** The bot's answer: Markdown, with buttons below. */
export interface Reply {
  text: string;
  buttons?: BotButton[];
}

/** The words that ask for this answer. */
export type Script = Readonly<Record<string, Reply>>;

/** A conversation that the bot serves. */
export interface Turn {
  room: IRoom;
  bot: IUser;
  modify: IModify;
}

/**
 * A bot for tests: it has a user of its own that serves conversations, answers visitors by a script, and deals with taps
 * as the bots of the market do: what is tapped is posted as the visitor's words, but for handover and close.
 */
export abstract class QuickReplyBot extends App implements IPostMessageSent, IUIKitLivechatInteractionHandler {
  protected abstract readonly username: string;
  protected abstract readonly script: Script;

  /** Posts a reply in the form of this kind of bot. */
  protected abstract say(turn: Turn, reply: Reply): Promise<void>;

  override async onInstall(
    _context: IAppInstallationContext,
    _read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<void> {
    const { username } = this;
    const user = modify.getCreator().startBotUser({ username, name: username, roles: ['bot', 'livechat-agent'] });
    await modify.getCreator().finish(user);
  }

  async executePostMessageSent(
    message: IMessage,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<void> {
    const bot = await read.getUserReader().getByUsername(this.username);
    const isOfVisitor = typeof Reflect.get(message, 'token') === 'string';
    if (!isOfVisitor || !this.serves(message.room)) return;
    const text = message.text ?? '';
    const reply = this.script[text] ?? { text: `You said: ${text}` };
    await this.say({ room: message.room, bot, modify }, reply);
  }

  async executeLivechatBlockActionHandler(
    context: UIKitLivechatBlockInteractionContext,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    const { actionId, value, room, visitor } = context.getInteractionData();
    const currentRoom = room as ILivechatRoom;
    if (!this.serves(currentRoom)) throw new Error('The conversation is not served by this bot');
    if (actionId === 'fails') throw new Error('The bot fails as it was told to');
    if (actionId === 'df_perform_handover') {
      const department = await read.getLivechatReader().getLivechatDepartmentByIdOrName(value ?? '');
      await modify
        .getUpdater()
        .getLivechatUpdater()
        .transferVisitor(visitor, { currentRoom, targetDepartment: department?.id });
    } else if (actionId === 'df_close_chat') {
      await modify.getUpdater().getLivechatUpdater().closeRoom(currentRoom, 'closed by the bot');
    } else {
      await this.postAsVisitor({ room: currentRoom, visitor, modify }, value ?? '');
    }
    return context.getInteractionResponder().successResponse();
  }

  /** Buttons as UIKit has them. */
  protected actions(buttons: readonly BotButton[]): LayoutBlock {
    return {
      type: 'actions',
      blockId: 'answers',
      elements: buttons.map(({ title, value = title, url, actionId }, index) => ({
        type: 'button' as const,
        appId: this.getID(),
        blockId: 'answers',
        actionId: actionId ?? `answer-${index}`,
        text: { type: 'plain_text' as const, text: title },
        value: url ? '' : value,
        ...(url && { url }),
      })),
    };
  }

  protected async post({ room, bot, modify }: Turn, text: string, blocks?: LayoutBlock[]): Promise<void> {
    const message = modify.getCreator().startMessage().setRoom(room).setSender(bot).setText(text);
    await modify.getCreator().finish(blocks ? message.setBlocks(blocks) : message);
  }

  private serves(room: IRoom): boolean {
    return (room as ILivechatRoom).servedBy?.username === this.username;
  }

  private async postAsVisitor(
    { room, visitor, modify }: { room: ILivechatRoom; visitor: IVisitor; modify: IModify },
    text: string,
  ): Promise<void> {
    const message = modify.getCreator().startLivechatMessage().setRoom(room).setVisitor(visitor).setText(text);
    await modify.getCreator().finish(message.setToken(visitor.token));
  }
}
