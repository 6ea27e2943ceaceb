import type { RoundTrip } from '../../documents/Info';
import type { Room } from '../../documents/Room';
import type { User } from '../../documents/User';
import { without } from '../../state/pick';
import type { Change } from '../WorkspaceState';

/** This user looked at a room in some window. */
export function readRoom(rid: string): Change {
  return (state) => ({ ...state, unread: without(state.unread, rid) });
}

/** A new or changed room. */
export function putRoom(room: Room): Change {
  return (state) => ({ ...state, rooms: { ...state.rooms, [room._id]: room } });
}

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

/** Opens a room, and with a message id the place in it; what it holds counts as read. */
export function selectRoom(rid: string | undefined, mid?: string): Change {
  return (state) => ({
    ...state,
    selectedRid: rid,
    wantedMid: mid,
    unread: rid === undefined ? state.unread : without(state.unread, rid),
  });
}

/** Somebody began or stopped typing. */
export function setTyping(rid: string, username: string, isTyping: boolean): Change {
  return (state) => {
    const others = state.typing.filter((typing) => typing.rid !== rid || typing.username !== username);
    return { ...state, typing: isTyping ? [...others, { rid, username }] : others };
  };
}

/** A user whose roles, name or availability may have changed. */
export function putUser(user: User): Change {
  return (state) => ({
    ...state,
    me: state.me?._id === user._id ? { ...state.me, ...user } : state.me,
    users: state.users.map((known) => (known._id === user._id ? { ...known, ...user } : known)),
  });
}

const KEPT = 500;

/** What a request cost; late work of the same request replaces its figures. */
export function putRoundTrip(request: RoundTrip): Change {
  return (state) => {
    const known = state.roundTrips.some(({ id }) => id === request.id);
    const roundTrips = known
      ? state.roundTrips.map((one) => (one.id === request.id ? request : one))
      : [...state.roundTrips, request].slice(-KEPT);
    return { ...state, roundTrips };
  };
}
