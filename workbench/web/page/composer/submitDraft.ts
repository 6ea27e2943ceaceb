import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { emojiNames } from '../../emoji/emojiNames';
import { editMessage, react, runCommand, sendText } from '../../workspace/actions/messageActions';
import type { Draft } from '../../workspace/drafts/Draft';
import { attemptOf } from '../../workspace/drafts/Draft';
import { fetchAppParts } from '../../workspace/fetchWorkspace';
import { roomPath } from '../../workspace/roomPath';
import type { Workspace } from '../../workspace/Workspace';

/**
 * Does what is in the composer: runs a command, changes a message, reacts to the last message (`+:thumbsup:`, the one way
 * that Rocket.Chat's client has in conversations with customers), or sends the text; an answer begins with a link to the
 * message that it quotes, as Rocket.Chat writes it. Gives whether it was taken.
 */
export async function submitDraft(workspace: Workspace, room: Room, draft: Draft): Promise<boolean> {
  const { text } = draft;
  if (draft.editing) {
    return editMessage(workspace, draft.editing, text);
  }
  const [, name, params = ''] = /^\/([\w-]+)(\s[\s\S]*)?$/.exec(text) ?? [];
  if (name !== undefined) {
    return runTyped(workspace, room, name, params);
  }
  const { info, histories } = workspace.store.getState();
  const emoji = /^\+:(\S+?):$/m.exec(text.trim())?.[1];
  const last = histories[room._id]?.messages.findLast(({ t }) => t === undefined);
  if (emoji !== undefined && last && emojiNames.find(emoji) !== undefined) {
    return react(workspace, last._id, emoji);
  }
  const site = info?.url ?? window.location.origin;
  const quote = draft.quoting ? `[ ](${site}${roomPath(room)}?msg=${draft.quoting._id}) ` : '';
  return sendText(workspace, room._id, attemptOf(draft).id, `${quote}${text}`);
}

/** An unknown command is not sent as text, because the room may be a customer's. The real client holds it back too. */
async function runTyped(workspace: Workspace, room: Room, name: string, params: string): Promise<boolean> {
  const find = () => workspace.store.getState().commands.find(({ command }) => command === name);
  if (!find()) {
    // New apps may have been installed, or the page was just opened.
    await workspace.attempt(async () => workspace.change(await fetchAppParts(workspace.api)));
  }
  const command = find();
  if (!command) {
    workspace.toast('error', words.composer.noCommand(name));
    return false;
  }
  return runCommand(workspace, room._id, command, params);
}
