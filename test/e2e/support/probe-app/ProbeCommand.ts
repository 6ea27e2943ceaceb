import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { IUIKitSurface } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';
import type { LayoutBlock } from '@rocket.chat/ui-kit';

/** One required field; `note` is said above it. */
export function probeModal(note: string): Omit<IUIKitSurface, 'appId'> {
  return {
    id: 'probe-modal',
    type: UIKitSurfaceType.MODAL,
    title: { type: 'plain_text', text: 'Probe' },
    submit: {
      type: 'button',
      appId: '',
      blockId: 'submit',
      actionId: 'submit',
      text: { type: 'plain_text', text: 'Save' },
    },
    blocks: [
      { type: 'section', blockId: 'note', text: { type: 'mrkdwn', text: note } },
      {
        type: 'input',
        blockId: 'name',
        label: { type: 'plain_text', text: 'Name' },
        element: { type: 'plain_text_input', appId: '', blockId: 'name', actionId: 'name' },
      },
    ],
  };
}

/** A question with Yes and No, and a button that opens the modal. */
export function questionBlocks(question: string): LayoutBlock[] {
  const button = (actionId: string, text: string) => ({
    type: 'button' as const,
    appId: '',
    blockId: 'answer',
    actionId,
    value: actionId,
    text: { type: 'plain_text' as const, text },
  });
  return [
    { type: 'section', blockId: 'question', text: { type: 'mrkdwn', text: question } },
    {
      type: 'actions',
      blockId: 'answer',
      elements: [button('yes', 'Yes'), button('no', 'No'), button('open', 'Open')],
    },
  ];
}

/** `/probe say|buttons|modal|push|fail …` */
export class ProbeCommand implements ISlashCommand {
  readonly command = 'probe';
  readonly i18nParamsExample = 'probe_params';
  readonly i18nDescription = 'probe_description';
  readonly providesPreview = false;

  async executor(context: SlashCommandContext, _read: IRead, modify: IModify): Promise<void> {
    const [what, ...rest] = context.getArguments();
    const room = context.getRoom();
    const user = context.getSender();
    const triggerId = context.getTriggerId();
    if (what === 'fail') throw new Error('The probe fails as it was told to');
    if (what === 'modal' && triggerId) {
      return modify.getUiController().openSurfaceView(probeModal('Opened by the command'), { triggerId }, user);
    }
    const message = modify.getCreator().startMessage().setRoom(room).setText(rest.join(' '));
    if (what === 'buttons') message.setBlocks(questionBlocks('Is it *so*?'));
    if (what === 'say') return modify.getNotifier().notifyUser(user, message.getMessage());
    await modify.getCreator().finish(message);
  }
}
