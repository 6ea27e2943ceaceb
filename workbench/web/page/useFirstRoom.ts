import { useEffect } from 'react';
import { openRoom } from '../workspace/actions/openRoom';
import { findRoomByPath } from '../workspace/findRoomByPath';
import { useWorkspace } from '../workspace/useWorkspace';
import { useWorkspaceState } from '../workspace/useWorkspaceState';
import { groupRooms } from './sidebar/groupRooms';

/** Opens the room of the address once rooms are known, else the first of the sidebar. */
export function useFirstRoom(): void {
  const workspace = useWorkspace();
  const isWaiting = useWorkspaceState(({ selectedRid, rooms }) => !selectedRid && Object.keys(rooms).length > 0);
  useEffect(() => {
    if (!isWaiting) {
      return;
    }
    const state = workspace.store.getState();
    const mid = new URLSearchParams(window.location.search).get('msg') ?? undefined;
    const asked = findRoomByPath(state.rooms, window.location.pathname);
    const [first] = groupRooms(state).flatMap(({ rooms }) => rooms);
    const room = asked ?? first;
    if (room) {
      void openRoom(workspace, room._id, asked && mid);
    }
  }, [workspace, isWaiting]);
}
