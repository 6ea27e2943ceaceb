import type { Message } from '../../documents/Message';
import type { Workspace } from '../Workspace';

/** Deletes one's message. */
export function deleteMessage(workspace: Workspace, message: Message): Promise<boolean> {
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/chat.delete', { roomId: message.rid, msgId: message._id, asUser: true }),
  );
}
