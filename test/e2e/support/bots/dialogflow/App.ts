import type { IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import type { IUIKitLivechatInteractionHandler } from '@rocket.chat/apps-engine/definition/uikit/livechat/IUIKitLivechatActionHandler';
import { QuickReplyBot, type Reply, type Turn } from '../QuickReplyBot';
import { script } from '../script';

/** Works as Dialogflow's app: a question is one message without text, with a section and the buttons in blocks. */
export class DialogflowLikeApp extends QuickReplyBot implements IPostMessageSent, IUIKitLivechatInteractionHandler {
  protected readonly username = 'dialogflow.bot';
  protected readonly script = script;

  protected async say(turn: Turn, { text, buttons }: Reply): Promise<void> {
    if (!buttons) return this.post(turn, text);
    const section = { type: 'section' as const, blockId: 'question', text: { type: 'mrkdwn' as const, text } };
    await this.post(turn, '', [section, this.actions(buttons)]);
  }
}
