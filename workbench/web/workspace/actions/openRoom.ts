import { fetchHistory } from '../fetchHistory';
import { roomPath } from '../roomPath';
import { selectRoom } from '../changes/selectRoom';
import type { Workspace } from '../Workspace';

/** Opens a room, at a message when one is given, and fetches what was said there. */
export async function openRoom(workspace: Workspace, rid: string, mid?: string): Promise<void> {
  const { store, api } = workspace;
  workspace.change(selectRoom(rid, mid));
  const { rooms, histories } = store.getState();
  const room = rooms[rid];
  if (room) {
    const path = `${roomPath(room)}${window.location.search.replace(/[?&]msg=[^&]*/, '')}`;
    window.history.replaceState(null, '', path);
  }
  if (histories[rid]?.state === 'ready') {
    return;
  }
  workspace.change((state) => ({
    ...state,
    histories: {
      ...state.histories,
      [rid]: { messages: histories[rid]?.messages ?? [], hasOlder: false, state: 'loading' },
    },
  }));
  const fetched = await workspace.attempt(async () => workspace.change(await fetchHistory(api, store.getState(), rid)));
  if (!fetched) {
    workspace.change((state) => ({
      ...state,
      histories: { ...state.histories, [rid]: { messages: [], hasOlder: false, state: 'failed' } },
    }));
  }
}
