import { without } from '../../state/without';
import type { Change } from '../WorkspaceState';

/** This user looked at a room in some window. */
export function readRoom(rid: string): Change {
  return (state) => ({ ...state, unread: without(state.unread, rid) });
}
