import type { Message } from '../../documents/Message';
import type { Workspace } from '../Workspace';

/** Gives one's message another text. */
export function editMessage(workspace: Workspace, message: Message, text: string): Promise<boolean> {
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/chat.update', { roomId: message.rid, msgId: message._id, text }),
  );
}
