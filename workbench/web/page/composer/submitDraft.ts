import type { Room } from '../../documents/Room';
import { editMessage } from '../../workspace/actions/editMessage';
import { runCommand } from '../../workspace/actions/runCommand';
import { sendText } from '../../workspace/actions/sendText';
import type { Draft } from '../../workspace/drafts/Draft';
import { roomPath } from '../../workspace/roomPath';
import type { Workspace } from '../../workspace/Workspace';

/**
 * Does what is in the composer: runs a command, changes a message, or sends the text; an answer begins with a link to the
 * message that it quotes, as Rocket.Chat writes it. Gives whether it was taken.
 */
export async function submitDraft(workspace: Workspace, room: Room, draft: Draft): Promise<boolean> {
  const { text } = draft;
  if (draft.editing) {
    return editMessage(workspace, draft.editing, text);
  }
  const { commands, info } = workspace.store.getState();
  const [, name, params = ''] = /^\/([\w-]+)(\s[\s\S]*)?$/.exec(text) ?? [];
  const command = commands.find((one) => one.command === name);
  if (command) {
    return runCommand(workspace, room._id, command, params);
  }
  const site = info?.url ?? window.location.origin;
  const quote = draft.quoting ? `[ ](${site}${roomPath(room)}?msg=${draft.quoting._id}) ` : '';
  return sendText(workspace, room._id, `${quote}${text}`);
}
