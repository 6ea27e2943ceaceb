import { without } from '../../state/without';
import type { Change } from '../WorkspaceState';

/** A room that is gone, or that this user may not see any more. */
export function removeRoom(rid: string): Change {
  return (state) => ({
    ...state,
    rooms: without(state.rooms, rid),
    histories: without(state.histories, rid),
    unread: without(state.unread, rid),
    selectedRid: state.selectedRid === rid ? undefined : state.selectedRid,
  });
}
