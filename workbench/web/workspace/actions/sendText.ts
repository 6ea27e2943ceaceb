import type { Workspace } from '../Workspace';

/** Sends a text; gives whether the server took it. */
export function sendText(workspace: Workspace, rid: string, msg: string): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/chat.sendMessage', { message: { rid, msg } }));
}
