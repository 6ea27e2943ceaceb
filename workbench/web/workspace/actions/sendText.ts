import type { Workspace } from '../Workspace';

/** Sends a text under an id of its own, which the server takes once; gives whether it has it. */
export function sendText(workspace: Workspace, rid: string, _id: string, msg: string): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/chat.sendMessage', { message: { _id, rid, msg } }));
}
