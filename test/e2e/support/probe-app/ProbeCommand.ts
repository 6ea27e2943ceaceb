import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { probeModal } from './probeModal';
import { questionBlocks } from './questionBlocks';

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
