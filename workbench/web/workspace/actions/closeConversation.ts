import type { Workspace } from '../Workspace';

/** Closes a conversation with a customer. */
export function closeConversation(workspace: Workspace, rid: string, comment: string): Promise<boolean> {
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/livechat/room.closeByUser', { rid, ...(comment && { comment }) }),
  );
}
