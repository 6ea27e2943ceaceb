import * as v from 'valibot';
import type { Command } from '../../documents/Info';
import type { Message } from '../../documents/Message';
import { fetchHistory } from '../fetchWorkspace';
import type { Workspace } from '../Workspace';

/** Sends a text under an id of its own, which the server takes once; gives whether it has it. */
export function sendText(workspace: Workspace, rid: string, _id: string, msg: string): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/chat.sendMessage', { message: { _id, rid, msg } }));
}

/** Gives one's message another text. */
export function editMessage(workspace: Workspace, message: Message, text: string): Promise<boolean> {
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/chat.update', { roomId: message.rid, msgId: message._id, text }),
  );
}

/** Deletes one's message. */
export function deleteMessage(workspace: Workspace, message: Message): Promise<boolean> {
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/chat.delete', { roomId: message.rid, msgId: message._id, asUser: true }),
  );
}

/** Adds one's reaction to a message, or takes it back when it is there. `name` is the emoji's, without colons. */
export function react(workspace: Workspace, messageId: string, name: string): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/chat.react', { messageId, emoji: `:${name}:` }));
}

/** Runs a slash command. `params` is everything after its name, the leading space too. */
export function runCommand(workspace: Workspace, rid: string, command: Command, params: string): Promise<boolean> {
  const triggerId = workspace.interactions.trigger(command.appId ?? workspace.store.getState().info?.app?.id ?? '');
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/commands.run', { command: command.command, params, roomId: rid, triggerId }),
  );
}

const Uploaded = v.object({ file: v.object({ _id: v.string() }) });

/** Uploads a file into a room in Rocket.Chat's two steps: the bytes, then the message that carries them. */
export function uploadFile(workspace: Workspace, rid: string, file: File, msg: string): Promise<boolean> {
  return workspace.attempt(async () => {
    const form = new FormData();
    form.append('file', file, file.name);
    const room = encodeURIComponent(rid);
    const uploaded = v.parse(Uploaded, await workspace.api.post(`/api/v1/rooms.media/${room}`, form));
    await workspace.api.post(`/api/v1/rooms.mediaConfirm/${room}/${uploaded.file._id}`, { msg });
  });
}

/** Fetches the page of messages before those that are shown. */
export async function loadOlder(workspace: Workspace, rid: string): Promise<void> {
  const history = workspace.store.getState().histories[rid];
  const stored = history?.messages.filter((message) => !message.private).length ?? 0;
  await workspace.attempt(async () =>
    workspace.change(await fetchHistory(workspace.api, workspace.store.getState(), rid, stored)),
  );
}
