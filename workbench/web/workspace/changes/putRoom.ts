import type { Room } from '../../documents/Room';
import type { Change } from '../WorkspaceState';

/** A new or changed room. */
export function putRoom(room: Room): Change {
  return (state) => ({ ...state, rooms: { ...state.rooms, [room._id]: room } });
}
