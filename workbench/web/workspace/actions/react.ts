import type { Workspace } from '../Workspace';

/** Adds one's reaction to a message, or takes it back when it is there. `name` is the emoji's, without colons. */
export function react(workspace: Workspace, messageId: string, name: string): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/chat.react', { messageId, emoji: `:${name}:` }));
}
