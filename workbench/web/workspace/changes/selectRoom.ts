import { without } from '../../state/without';
import type { Change } from '../WorkspaceState';

/** Opens a room, and with a message id the place in it; what it holds counts as read. */
export function selectRoom(rid: string | undefined, mid?: string): Change {
  return (state) => ({
    ...state,
    selectedRid: rid,
    wantedMid: mid,
    unread: rid === undefined ? state.unread : without(state.unread, rid),
  });
}
