import type { IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import type { IUIKitLivechatInteractionHandler } from '@rocket.chat/apps-engine/definition/uikit/livechat/IUIKitLivechatActionHandler';
import { QuickReplyBot, type Reply, type Turn } from '../QuickReplyBot';
import { script } from '../script';

/** Works as Rasa's app: a question is a text, and then a message with nothing but buttons. */
export class RasaLikeApp extends QuickReplyBot implements IPostMessageSent, IUIKitLivechatInteractionHandler {
  protected readonly username = 'rasa.bot';
  protected readonly script = script;

  protected async say(turn: Turn, { text, buttons }: Reply): Promise<void> {
    await this.post(turn, text);
    if (buttons) await this.post(turn, '', [this.actions(buttons)]);
  }
}
