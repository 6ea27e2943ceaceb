import { fetchHistory } from '../fetchHistory';
import type { Workspace } from '../Workspace';

/** Fetches the page of messages before those that are shown. */
export async function loadOlder(workspace: Workspace, rid: string): Promise<void> {
  const history = workspace.store.getState().histories[rid];
  const stored = history?.messages.filter((message) => !message.private).length ?? 0;
  await workspace.attempt(async () =>
    workspace.change(await fetchHistory(workspace.api, workspace.store.getState(), rid, stored)),
  );
}
