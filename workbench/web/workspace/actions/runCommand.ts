import type { Command } from '../../documents/Command';
import type { Workspace } from '../Workspace';

/** Runs a slash command. `params` is everything after its name, the leading space too. */
export function runCommand(workspace: Workspace, rid: string, command: Command, params: string): Promise<boolean> {
  const triggerId = workspace.interactions.trigger(command.appId ?? workspace.store.getState().info?.app?.id ?? '');
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/commands.run', { command: command.command, params, roomId: rid, triggerId }),
  );
}
